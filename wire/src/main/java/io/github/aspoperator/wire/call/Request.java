package io.github.aspoperator.wire.call;

import io.github.aspoperator.wire.route.Endpoint;
import io.github.aspoperator.wire.route.Routing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a home has read of a request whose caller is known. */
public final class Request {

  private final Routing.Match route;
  private final @Nullable String rawQuery;
  private final Optional<String> idempotencyKey;
  private final byte[] body;

  /**
   * A request.
   *
   * @param route which call, and what its path names
   * @param rawQuery what stands behind the question mark, as sent; null when there is none
   * @param idempotencyKey the header Idempotency-Key, if any
   * @param body as sent, not to be changed any more; empty when there is none
   */
  public Request(
      Routing.Match route,
      @Nullable String rawQuery,
      Optional<String> idempotencyKey,
      byte[] body) {
    this.route = route;
    this.rawQuery = rawQuery;
    this.idempotencyKey = idempotencyKey;
    this.body = body;
  }

  Endpoint endpoint() {
    return route.endpoint();
  }

  String path(String name) {
    return route.variable(name);
  }

  @Nullable String rawQuery() {
    return rawQuery;
  }

  Optional<String> idempotencyKey() {
    return idempotencyKey;
  }

  byte[] body() {
    return body;
  }

  /** Never shows query or body. */
  @Override
  public String toString() {
    return "Request[" + endpoint() + ", " + body.length + " bytes]";
  }
}
