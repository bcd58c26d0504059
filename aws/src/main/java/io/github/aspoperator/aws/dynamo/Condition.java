package io.github.aspoperator.aws.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of the item that is there for a write to happen; only {@link Conditions} makes
 * one.
 *
 * @param expression as DynamoDB reads it
 * @param values what it refers to
 */
record Condition(String expression, Map<String, AttributeValue> values) {}
