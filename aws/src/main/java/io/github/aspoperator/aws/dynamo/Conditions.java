package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every condition of every write: what makes a race end well is said here and nowhere else. */
final class Conditions {

  /** The log is dense: a put at the next key proves that nothing happened since. */
  static final Condition NOTHING_AT_THIS_COMMIT = absent(Keys.SESSION);

  /** Something is at this key: of a commit that nobody writes, it never is. */
  static final Condition SOMETHING_AT_THIS_COMMIT = present(Keys.SESSION);

  /** Nothing has this key. */
  static final Condition NOTHING_THERE = absent(Keys.OF);

  /** Something has this key. */
  static final Condition SOMETHING_THERE = present(Keys.OF);

  /** Nobody has, or ever had, the handle. */
  static final Condition NEVER_REGISTERED =
      new Condition("attribute_not_exists(o) and attribute_not_exists(r)", Map.of());

  /** The agent is registered, and not removed. */
  static final Condition REGISTERED = new Condition("attribute_exists(o)", Map.of());

  private Conditions() {}

  private static Condition absent(String key) {
    return new Condition("attribute_not_exists(" + key + ")", Map.of());
  }

  private static Condition present(String key) {
    return new Condition("attribute_exists(" + key + ")", Map.of());
  }

  /** The version still is the one that was read; 0 is that of an item that was never written. */
  static Condition version(long read) {
    return read == 0 ? NOTHING_THERE : new Condition("v = :v", Map.of(":v", Item.number(read)));
  }

  /** The lag item still is {@code read}, with nothing handed over since; finished or not. */
  static Condition unmoved(Lag read) {
    return new Condition(
        "g = :g and d = :d and u = :u",
        Map.of(
            ":g",
            AttributeValue.fromS(read.generation().text()),
            ":d",
            Item.number(read.mark().through()),
            ":u",
            Item.number(read.mark().inRun())));
  }

  /** The lag item still is the one that was read, and open. */
  static Condition openGeneration(Ulid generation) {
    return new Condition(
        "g = :g and attribute_not_exists(e)",
        Map.of(":g", AttributeValue.fromS(generation.text())));
  }

  /** The lag item still is the one that was read. */
  static Condition generation(Ulid generation) {
    return new Condition("g = :g", Map.of(":g", AttributeValue.fromS(generation.text())));
  }

  /** No index entry from a later event is there. */
  static Condition noLaterEntry(long sequence) {
    return new Condition("attribute_not_exists(p) or n <= :n", Map.of(":n", Item.number(sequence)));
  }

  /** There is room for {@code count} more, and nothing was taken out since {@code removals}. */
  static Condition roomFor(int count, TrustList list, long removals) {
    String set = list.attribute();
    String room = "(attribute_not_exists(" + set + ") or size(" + set + ") <= :room)";
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":room", Item.number(list.max() - count));
    if (removals == 0) {
      return new Condition(room + " and attribute_not_exists(c)", values);
    }
    values.put(":c", Item.number(removals));
    return new Condition(room + " and c = :c", values);
  }

  /** The list has this member. */
  static Condition isMember(SdkBytes member, TrustList list) {
    return new Condition(
        "contains(" + list.attribute() + ", :member)",
        Map.of(":member", AttributeValue.fromB(member)));
  }

  /** The principal's token still is the one that was read. */
  static Condition tokenIs(Optional<TokenHash> read) {
    return read.map(
            token -> new Condition("h = :h", Map.of(":h", AttributeValue.fromS(token.hex()))))
        .orElse(NOTHING_THERE);
  }

  /** The ticket is there and has not expired at {@code now}, epoch milliseconds. */
  static Condition ticketGoodAt(long now) {
    return new Condition("e > :now", Map.of(":now", Item.number(now)));
  }
}
