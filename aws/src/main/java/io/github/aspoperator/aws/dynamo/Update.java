package io.github.aspoperator.aws.dynamo;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an item is changed in place.
 *
 * @param expression as DynamoDB reads it
 * @param values what it refers to
 */
record Update(String expression, Map<String, AttributeValue> values) {

  /** The values of both expressions of one request; no name may stand for two of them. */
  Map<String, AttributeValue> with(Condition condition) {
    Map<String, AttributeValue> both = new HashMap<>(values);
    both.putAll(condition.values());
    return both;
  }
}
