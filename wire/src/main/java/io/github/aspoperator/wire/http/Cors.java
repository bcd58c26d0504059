package io.github.aspoperator.wire.http;

import java.util.Map;

/** Cross-origin rules (protocol section 3): any origin, no credentials of the browser's own. */
public final class Cors {

  /** Headers for every answer. */
  public static final Map<String, String> ANY_ORIGIN =
      Map.of(
          "Access-Control-Allow-Origin",
          "*",
          "Access-Control-Expose-Headers",
          "Retry-After, WWW-Authenticate");

  /**
   * Headers, besides those of every answer, for the answer to {@code OPTIONS}; a browser may keep
   * it for a day.
   */
  public static final Map<String, String> PREFLIGHT =
      Map.of(
          "Access-Control-Allow-Headers",
              "Authorization, Content-Type, Idempotency-Key, X-ASP-Agent",
          "Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE",
          "Access-Control-Max-Age", "86400");

  private Cors() {}
}
