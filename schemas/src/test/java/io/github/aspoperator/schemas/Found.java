package io.github.aspoperator.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A place in a file of the contract.
 *
 * @param at a JSON pointer
 */
record Found(String file, String at, JsonNode node) {

  /** Every object of {@code file} for which {@code wanted} holds; examples are not looked into. */
  static List<Found> in(String file, Predicate<JsonNode> wanted) {
    List<Found> found = new ArrayList<>();
    collect(new Found(file, "", Json.file(file)), wanted, found);
    return found;
  }

  private static void collect(Found here, Predicate<JsonNode> wanted, List<Found> found) {
    if (wanted.test(here.node)) {
      found.add(here);
    }
    here.node
        .properties()
        .forEach(entry -> {
          if (!entry.getKey().equals("examples")) {
            collect(here.down(entry.getKey(), entry.getValue()), wanted, found);
          }
        });
    if (here.node.isArray()) {
      for (int i = 0; i < here.node.size(); i++) {
        collect(here.down(Integer.toString(i), here.node.get(i)), wanted, found);
      }
    }
  }

  Found down(String name, JsonNode value) {
    return new Found(file, at + "/" + name.replace("~", "~0").replace("/", "~1"), value);
  }

  @Override
  public String toString() {
    return file + "#" + at;
  }
}
