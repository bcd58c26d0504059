package io.github.aspoperator.aws.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of one item; only {@link Keys} makes one.
 *
 * @param attributes partition key and sort key
 */
record Key(Map<String, AttributeValue> attributes) {}
