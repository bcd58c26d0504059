package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every condition of every write: what makes a race end well is said here and nowhere else. */
final class Conditions {

  /** The log is dense: a put at the next key proves that nothing happened since. */
  static final Condition NOTHING_AT_THIS_COMMIT = absent(Keys.SESSION);

  /** Nothing has this key. */
  static final Condition NOTHING_THERE = absent(Keys.OF);

  /** Something has this key. */
  static final Condition SOMETHING_THERE =
      new Condition("attribute_exists(" + Keys.OF + ")", Map.of());

  /** The agent is registered. */
  static final Condition REGISTERED =
      new Condition("attribute_exists(" + TrustItems.POLICY + ")", Map.of());

  /** The agent is not registered and never was. */
  static final Condition NEVER_REGISTERED =
      new Condition(
          "attribute_not_exists("
              + TrustItems.POLICY
              + ") and attribute_not_exists("
              + TrustItems.REMOVED
              + ")",
          Map.of());

  private Conditions() {}

  private static Condition absent(String key) {
    return new Condition("attribute_not_exists(" + key + ")", Map.of());
  }

  /** The version still is the one that was read; 0 is that of an item that was never written. */
  static Condition version(long read) {
    return read == 0 ? NOTHING_THERE : new Condition("v = :v", Map.of(":v", number(read)));
  }

  /** No lag item is there that {@code next} does not {@linkplain Lag#supersedes supersede}. */
  static Condition supersededBy(Lag next) {
    return new Condition(
        "attribute_not_exists(p) or h < :h"
            + " or (h = :h and (fd > :fd or (fd = :fd and fp > :fp)))",
        Map.of(
            ":h",
            number(next.headVersion()),
            ":fd",
            number(next.from().through()),
            ":fp",
            number(next.from().inRun())));
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
    return new Condition("attribute_not_exists(p) or n <= :n", Map.of(":n", number(sequence)));
  }

  /** The ticket is there and has not expired at {@code now}, epoch milliseconds. */
  static Condition ticketGoodAt(long now) {
    return new Condition("e > :now", Map.of(":now", number(now)));
  }

  /** The principal still has the token that was read, or still none. */
  static Condition tokenIs(Optional<TokenHash> read) {
    return read.map(
            token -> new Condition("h = :h", Map.of(":h", AttributeValue.fromS(token.hex()))))
        .orElse(NOTHING_THERE);
  }

  /** A set still has as many elements as were read. */
  static Condition sizeOf(String set, int read) {
    return read == 0
        ? new Condition("attribute_not_exists(" + set + ")", Map.of())
        : new Condition("size(" + set + ") = :size", Map.of(":size", number(read)));
  }

  /** A set has fewer than {@code most} elements, or this one already. */
  static Condition roomFor(String set, SdkBytes element, int most) {
    return new Condition(
        "attribute_not_exists(%1$s) or size(%1$s) < :most or contains(%1$s, :element)"
            .formatted(set),
        Map.of(":most", number(most), ":element", AttributeValue.fromB(element)));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
