package io.github.aspoperator.bed.template;

import java.util.Map;

/**
 * The WebSocket API.
 *
 * @param id its logical id
 * @param stage the stage that clients connect to
 * @param selection the expression that picks a route, as {@code $request.body.type}
 * @param routes by their keys
 */
public record SocketApiSpec(
    String id, String stage, String selection, Map<String, SocketRoute> routes) {

  public SocketApiSpec {
    routes = Map.copyOf(routes);
  }
}
