package io.github.aspoperator.bed.endpoint;

import java.util.Map;

/**
 * A request to a service, in the JSON protocol of AWS or to @connections.
 *
 * @param service as {@code DynamoDB}, {@code SQS}, {@code SecretsManager}, {@code Connections}
 * @param operation as {@code PutItem}
 * @param caller the access key it was signed with: the name of an instance of a function
 * @param method of HTTP
 * @param path with its leading slash, as it was sent
 * @param headers that matter, by their names in lower case
 * @param body as it was sent
 */
public record ServiceCall(
    String service,
    String operation,
    String caller,
    String method,
    String path,
    Map<String, String> headers,
    String body) {

  ServiceCall withBody(String other) {
    return new ServiceCall(service, operation, caller, method, path, headers, other);
  }

  /** Content and credentials stay out of logs. */
  @Override
  public String toString() {
    return service + "." + operation + " by " + caller;
  }
}
