package io.github.aspoperator.bed.template;

import java.util.Map;

/**
 * What CloudFront does in front of both APIs.
 *
 * @param socketPath the path that goes to the WebSocket API
 * @param httpHeaders what it adds to requests of the HTTP API
 * @param socketHeaders what it adds to handshakes
 */
public record EdgeSpec(
    String socketPath, Map<String, String> httpHeaders, Map<String, String> socketHeaders) {

  public EdgeSpec {
    httpHeaders = Map.copyOf(httpHeaders);
    socketHeaders = Map.copyOf(socketHeaders);
  }
}
