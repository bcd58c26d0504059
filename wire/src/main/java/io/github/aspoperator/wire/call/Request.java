package io.github.aspoperator.wire.call;

import io.github.aspoperator.wire.route.Endpoint;
import io.github.aspoperator.wire.route.Routing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a home has read of a request whose caller is known.
 *
 * @param route which call, and what its path names
 * @param rawQuery what stands behind the question mark, as sent; null when there is none
 * @param idempotencyKey the header Idempotency-Key, if any
 * @param body as sent; empty when there is none
 */
public record Request(
    Routing.Match route, @Nullable String rawQuery, Optional<String> idempotencyKey, byte[] body) {

  Endpoint endpoint() {
    return route.endpoint();
  }

  String path(String name) {
    return route.variable(name);
  }

  /** Never shows query or body. */
  @Override
  public String toString() {
    return "Request[" + endpoint() + ", " + body.length + " bytes]";
  }
}
