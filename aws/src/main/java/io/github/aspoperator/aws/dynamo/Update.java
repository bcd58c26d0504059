package io.github.aspoperator.aws.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an item is changed in place.
 *
 * @param expression as DynamoDB reads it
 * @param values what it refers to
 */
record Update(String expression, Map<String, AttributeValue> values) {}
