package io.github.aspoperator.bed.template;

import java.util.Map;
import java.util.OptionalInt;

/**
 * A function of the template.
 *
 * @param id its logical id
 * @param handler the handler string, here the name of a class
 * @param code what is deployed, as {@code CodeUri} names it: relative to the template
 * @param timeoutSeconds after which it is ended
 * @param memoryMegabytes what it has
 * @param environment its variables, with names and URLs as AWS would have them
 * @param concurrency how many of it may run at once, where that is reserved
 */
public record FunctionSpec(
    String id,
    String handler,
    String code,
    int timeoutSeconds,
    int memoryMegabytes,
    Map<String, String> environment,
    OptionalInt concurrency) {

  public FunctionSpec {
    environment = Map.copyOf(environment);
  }
}
