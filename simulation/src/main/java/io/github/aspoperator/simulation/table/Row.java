package io.github.aspoperator.simulation.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as it is, and as an eventually consistent read may still see it; no attributes where it
 * is not there.
 */
final class Row {

  private Map<String, AttributeValue> now = Map.of();
  private Map<String, AttributeValue> before = Map.of();
  private long changedAt;

  Row() {}

  /** A copy without the past. */
  Row(Row of) {
    now = of.now;
    before = of.now;
  }

  Map<String, AttributeValue> now() {
    return now;
  }

  /** What a read that is {@code lag} milliseconds late sees at {@code at}. */
  Map<String, AttributeValue> late(long at, long lag) {
    return changedAt > at - lag ? before : now;
  }

  void become(Map<String, AttributeValue> next, long at) {
    before = now;
    now = next;
    changedAt = at;
  }
}
