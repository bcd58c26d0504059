package io.github.aspoperator.simulation.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Expressions mean what DynamoDB's documentation says that they mean. */
final class ExpressionTest {

  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "n", AttributeValue.fromN("7"),
          "s", AttributeValue.fromS("b"),
          "set", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))));

  private static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":seven", AttributeValue.fromN("7"),
          ":ten", AttributeValue.fromN("10"),
          ":a", AttributeValue.fromS("a"),
          ":c", AttributeValue.fromS("c"),
          ":one", AttributeValue.fromN("1"),
          ":x", AttributeValue.fromB(SdkBytes.fromUtf8String("x")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = :seven",
        "n < :ten",
        "n >= :seven AND s between :a and :c",
        "attribute_exists(n) and attribute_not_exists(m)",
        "m = :seven or (n <> :ten and s > :a)",
        "not n > :ten",
        "contains(set, :x)",
        "size(set) <= :one",
        "attribute_not_exists(m) or size(set) < :one"
      })
  void holds(String text) {
    assertTrue(Expression.of(text).holds(ITEM, VALUES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = :ten",
        "n > :ten",
        "m = :seven",
        "m <> :seven",
        "s = :seven",
        "attribute_exists(m)",
        "n = :seven and s = :c",
        "contains(set, :a)",
        "contains(m, :x)",
        "size(m) >= :one"
      })
  void holdsNot(String text) {
    assertFalse(Expression.of(text).holds(ITEM, VALUES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "n =", "n = :a )", "n ? :a", "between n and :a", "(n = :a"})
  void whatIsNotUnderstoodIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Expression.of(text));
  }

  @Test
  void aValueThatIsNotGivenIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Expression.of("n = :none").holds(ITEM, VALUES));
  }

  @Test
  void anUpdateSetsRemovesAddsAndTakesOut() {
    var next =
        Change.of("set s = :a, m = :ten remove n add c :one, set :more delete set :gone")
            .applied(
                ITEM,
                Map.of(
                    ":a", AttributeValue.fromS("a"),
                    ":ten", AttributeValue.fromN("10"),
                    ":one", AttributeValue.fromN("1"),
                    ":more", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("y"))),
                    ":gone", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x")))));
    assertEquals(
        Map.of(
            "s", AttributeValue.fromS("a"),
            "m", AttributeValue.fromN("10"),
            "c", AttributeValue.fromN("1"),
            "set", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("y")))),
        next);
  }
}
