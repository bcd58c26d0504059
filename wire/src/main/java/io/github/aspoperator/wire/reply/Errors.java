package io.github.aspoperator.wire.reply;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.json.JsonWriter;

/**
 * Every refusal as an HTTP answer (protocol section 6): {@code {"error":{"code", "message",
 * "field"?, "request_id"}}}. Clients branch on the code. All causes of not-found look the same
 * (invariant 7).
 */
public final class Errors {

  private static final int SMALL = 256;

  private Errors() {}

  /**
   * The answer that says {@code refusal}.
   *
   * @param requestId under which the log knows the request
   */
  public static Reply of(Refusal refusal, String requestId) {
    return switch (refusal) {
      case Refusal.InvalidRequest invalid -> invalid(invalid, requestId);
      case Refusal.Unauthorized unauthorized -> unauthorized(unauthorized, requestId);
      case Refusal.NotFound _ ->
          reply(404, "NOT_FOUND", "There is nothing here for you.", requestId);
      case Refusal.MethodNotAllowed wrong ->
          reply(405, "METHOD_NOT_ALLOWED", "This path has other methods only.", requestId)
              .with("Allow", wrong.allowed());
      case Refusal.SessionEnded _ ->
          reply(409, "SESSION_ENDED", "The session has ended.", requestId);
      case Refusal.SessionNotEnded _ ->
          reply(409, "SESSION_NOT_ENDED", "The session has not ended.", requestId);
      case Refusal.SessionFull _ ->
          reply(409, "SESSION_FULL", "The session can have no more participants.", requestId);
      case Refusal.LimitReached limit ->
          reply(409, "LIMIT_REACHED", "There is no room left in " + limit.what() + ".", requestId);
      case Refusal.AgentExists _ ->
          reply(409, "AGENT_EXISTS", "The handle is taken, or was once.", requestId);
      case Refusal.OwnerExists _ -> reply(409, "OWNER_EXISTS", "The owner is taken.", requestId);
      case Refusal.PayloadTooLarge large ->
          reply(
              413,
              "PAYLOAD_TOO_LARGE",
              "This is larger than the operator takes: " + large.what() + ".",
              requestId);
      case Refusal.IdempotencyConflict _ ->
          reply(
              422,
              "IDEMPOTENCY_CONFLICT",
              "The idempotency key was used with another body.",
              requestId);
      case Refusal.UpgradeRequired _ ->
          reply(426, "UPGRADE_REQUIRED", "This path speaks WebSocket only.", requestId)
              .with("Upgrade", "websocket");
      case Refusal.RateLimited limited ->
          reply(429, "RATE_LIMITED", "There are too many requests or connections.", requestId)
              .with("Retry-After", Integer.toString(limited.retryAfterSeconds()));
      case Refusal.Internal _ -> reply(500, "INTERNAL_ERROR", "The operator failed.", requestId);
      case Refusal.Unavailable down ->
          reply(503, "UNAVAILABLE", "The operator cannot do this now.", requestId)
              .with("Retry-After", Integer.toString(down.retryAfterSeconds()));
    };
  }

  private static Reply unauthorized(Refusal.Unauthorized refusal, String requestId) {
    return refusal.tokenSent()
        ? reply(401, "UNAUTHORIZED", "The credentials are not valid.", requestId)
            .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        : reply(401, "UNAUTHORIZED", "A bearer token is needed.", requestId)
            .with("WWW-Authenticate", "Bearer");
  }

  private static Reply reply(int status, String code, String message, String requestId) {
    return Reply.of(
        status, error(code, message).name("request_id").string(requestId).endObject().endObject());
  }

  private static Reply invalid(Refusal.InvalidRequest invalid, String requestId) {
    JsonWriter out =
        error("INVALID_REQUEST", invalid.message()).name("field").string(invalid.field());
    return Reply.of(400, out.name("request_id").string(requestId).endObject().endObject());
  }

  private static JsonWriter error(String code, String message) {
    JsonWriter out = new JsonWriter(SMALL).object().name("error").object();
    return out.name("code").word(code).name("message").string(message);
  }
}
