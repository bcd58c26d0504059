package io.github.aspoperator.aws.dynamo;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of the item that is there for a write to happen; only {@link Conditions} makes
 * one.
 *
 * @param expression as DynamoDB reads it
 * @param values what it refers to
 */
record Condition(String expression, Map<String, AttributeValue> values) {

  /** The values as requests take them: none instead of an empty map, which DynamoDB refuses. */
  @Nullable Map<String, AttributeValue> valuesOrNull() {
    return values.isEmpty() ? null : values;
  }
}
