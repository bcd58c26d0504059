package io.github.aspoperator.aws.stage;

import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The items of a stage, as the JSON they were put in: found by their keys, commits by session. */
final class Props {

  private final Map<String, RawJson> items = new ConcurrentHashMap<>();
  private volatile String last = "";

  /** The item that was put last, which from now on is not there. */
  RawJson takeLast() {
    return Optional.ofNullable(items.remove(last)).orElseThrow();
  }

  /** Keeps whatever a request puts: one item, or all of a transaction. */
  void put(JsonReader json) {
    json.object();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "Item" -> keep(json);
        case "Put" -> put(json);
        case "TransactItems" -> {
          json.array();
          while (json.nextElement()) {
            put(json);
          }
        }
        default -> json.any();
      }
    }
  }

  private void keep(JsonReader json) {
    int start = json.position();
    last = key(json);
    items.put(last, json.since(start));
  }

  /** Those that a request, or a part of one for one table, asks for and that are there. */
  List<RawJson> wanted(JsonReader json) {
    List<RawJson> found = new ArrayList<>();
    json.object();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "Key" -> find(json, found);
        case "Keys" -> {
          json.array();
          while (json.nextElement()) {
            find(json, found);
          }
        }
        default -> json.any();
      }
    }
    return found;
  }

  private void find(JsonReader json, List<RawJson> found) {
    RawJson item = items.get(key(json));
    if (item != null) {
      found.add(item);
    }
  }

  /** The commit of the session that a query names, if it names one of which there is a commit. */
  List<RawJson> queried(JsonReader json) {
    String session = "";
    json.object();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (name.equals("ExpressionAttributeValues")) {
        session = key(json);
      } else {
        json.any();
      }
    }
    RawJson commit = session.isEmpty() ? null : items.get(session);
    return commit == null ? List.of() : List.of(commit);
  }

  /** The text of a key, which no two items share; of a commit's, the session alone. */
  private static String key(JsonReader json) {
    String hash = "";
    String range = "";
    String session = "";
    json.object();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "p" -> hash = text(json);
        case "q" -> range = text(json);
        case "s", ":s" -> session = text(json);
        default -> json.any();
      }
    }
    return hash.isEmpty() ? session : hash + range;
  }

  private static String text(JsonReader json) {
    String text = "";
    json.object();
    for (String type = json.nextName(); type != null; type = json.nextName()) {
      if (type.equals("S")) {
        text = json.string();
      } else {
        json.any();
      }
    }
    return text;
  }
}
