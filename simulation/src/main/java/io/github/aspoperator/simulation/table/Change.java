package io.github.aspoperator.simulation.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression: what becomes of an item. */
final class Change {

  private static final Map<String, Change> READ = new ConcurrentHashMap<>();

  /** What becomes of one attribute; null removes it. */
  private interface Clause {
    void apply(Map<String, AttributeValue> item, Map<String, AttributeValue> values);
  }

  private final List<Clause> clauses = new ArrayList<>();

  private Change() {}

  /** The one that {@code text} spells. */
  static Change of(String text) {
    return READ.computeIfAbsent(text, Change::read);
  }

  /** The item that {@code item} becomes. */
  Map<String, AttributeValue> applied(
      Map<String, AttributeValue> item, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> next = new HashMap<>(item);
    clauses.forEach(clause -> clause.apply(next, values));
    return next;
  }

  private static Change read(String text) {
    Change change = new Change();
    Tokens tokens = new Tokens(text);
    while (!tokens.isAtEnd()) {
      if (tokens.takes("set")) {
        change.each(tokens, Change::set);
      } else if (tokens.takes("remove")) {
        change.each(tokens, Change::remove);
      } else if (tokens.takes("add")) {
        change.each(tokens, Change::add);
      } else if (tokens.takes("delete")) {
        change.each(tokens, Change::delete);
      } else {
        throw tokens.wrong();
      }
    }
    return change;
  }

  private interface Reader {
    Clause read(Tokens tokens);
  }

  private void each(Tokens tokens, Reader reader) {
    do {
      clauses.add(reader.read(tokens));
    } while (tokens.takes(","));
  }

  private static Clause set(Tokens tokens) {
    String name = tokens.next();
    tokens.expect("=");
    String value = tokens.next();
    return (item, values) -> item.put(name, Values.given(values, value));
  }

  private static Clause remove(Tokens tokens) {
    String name = tokens.next();
    return (item, _) -> item.remove(name);
  }

  private static Clause add(Tokens tokens) {
    String name = tokens.next();
    String value = tokens.next();
    return (item, values) ->
        put(item, name, Values.plus(item.get(name), Values.given(values, value)));
  }

  private static Clause delete(Tokens tokens) {
    String name = tokens.next();
    String value = tokens.next();
    return (item, values) ->
        put(item, name, Values.minus(item.get(name), Values.given(values, value)));
  }

  private static void put(
      Map<String, AttributeValue> item, String name, @Nullable AttributeValue value) {
    if (value == null) {
      item.remove(name);
    } else {
      item.put(name, value);
    }
  }
}
