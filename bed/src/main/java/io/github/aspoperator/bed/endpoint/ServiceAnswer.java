package io.github.aspoperator.bed.endpoint;

import java.util.Map;

/**
 * What a service answers.
 *
 * @param status of HTTP
 * @param headers that the client reads
 * @param body the JSON
 */
public record ServiceAnswer(int status, Map<String, String> headers, String body) {

  /** A success. */
  public static ServiceAnswer json(String body) {
    return new ServiceAnswer(200, Map.of("Content-Type", "application/x-amz-json-1.1"), body);
  }

  /**
   * A failure as DynamoDB and SQS have it: {@code type} as {@code
   * ProvisionedThroughputExceededException}.
   */
  public static ServiceAnswer failure(int status, String type, String message) {
    String name = "com.amazonaws.dynamodb.v20120810#" + type;
    String body = "{\"__type\":\"" + name + "\",\"message\":\"" + message + "\"}";
    return new ServiceAnswer(
        status,
        Map.of("Content-Type", "application/x-amz-json-1.0", "x-amzn-ErrorType", type),
        body);
  }

  @Override
  public String toString() {
    return status + " with " + body.length() + " characters";
  }
}
