package io.github.aspoperator.testkit.model.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** A connection, and what it is to get, by session. */
public final class Connection {

  private final Map<Session, Order> expected = new LinkedHashMap<>();

  Connection() {}

  /** Gets {@code missed} first. */
  Connection(Map<Session, Order> missed) {
    expected.putAll(missed);
  }

  /** Everything it is to get so far. */
  public Map<Session, Order> expected() {
    return expected;
  }

  /** What it is to get of {@code session}. */
  public Order expected(Session session) {
    return expected.computeIfAbsent(session, _ -> new Order());
  }
}
