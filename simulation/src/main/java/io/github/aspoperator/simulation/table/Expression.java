package io.github.aspoperator.simulation.table;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition, key condition or filter: whether it holds of an item. */
@FunctionalInterface
interface Expression {

  Map<String, Expression> READ = new ConcurrentHashMap<>();

  /** Holds of everything. */
  Expression ALWAYS = (_, _) -> true;

  /** Whether it holds of {@code item}, empty for none, with {@code values} in their places. */
  boolean holds(Map<String, AttributeValue> item, Map<String, AttributeValue> values);

  /** The one that {@code text} spells. */
  static Expression of(String text) {
    return READ.computeIfAbsent(text, ExpressionReader::read);
  }
}
