package io.github.aspoperator.wire.route;

import io.github.aspoperator.refusal.Refusal;
import java.util.Map;

/** What {@link Endpoints} makes of a method and a path. */
public sealed interface Routing {

  /**
   * A call.
   *
   * @param endpoint which
   * @param variables the parts of the path that its template names, percent-decoded; not otherwise
   *     checked
   */
  record Match(Endpoint endpoint, Map<String, String> variables) implements Routing {

    /** The part of the path that the template names {@code name}. */
    public String variable(String name) {
      String value = variables.get(name);
      if (value == null) {
        throw new IllegalArgumentException(endpoint + " has no " + name);
      }
      return value;
    }
  }

  /** {@code OPTIONS} on a path there is: a browser asks before a cross-origin call. */
  record Preflight() implements Routing {}

  /**
   * No call.
   *
   * @param refusal {@code NotFound} or {@code MethodNotAllowed}
   */
  record None(Refusal refusal) implements Routing {}
}
