package io.github.aspoperator.refusal;

/**
 * Everything the operator can refuse, once (protocol section 6). There is no "forbidden": a denial
 * by trust is {@link NotFound}, and nothing else can be said (invariant 7).
 */
public sealed interface Refusal {

  /**
   * The request itself is wrong.
   *
   * @param field JSON pointer to the offending field; empty string for the request as a whole;
   *     {@code ?name} for a query parameter; the bare name of a header or of a part of the path
   * @param message one sentence saying what is wrong there
   */
  record InvalidRequest(String field, String message) implements Refusal {}

  /**
   * No or no valid credentials.
   *
   * @param tokenSent whether a bearer token was sent at all
   */
  record Unauthorized(boolean tokenSent) implements Refusal {}

  /** Does not exist, or is not for the caller to know. */
  record NotFound() implements Refusal {}

  /**
   * The route exists, but not for this method.
   *
   * @param allowed the methods it has, for the Allow header
   */
  record MethodNotAllowed(String allowed) implements Refusal {}

  /** {@code GET /connect} without an upgrade. */
  record UpgradeRequired() implements Refusal {}

  /** The session has ended. */
  record SessionEnded() implements Refusal {}

  /** The session has not ended. */
  record SessionNotEnded() implements Refusal {}

  /** The session would have had more than 256 participants ever. */
  record SessionFull() implements Refusal {}

  /**
   * A bounded list is full.
   *
   * @param what which one
   */
  record LimitReached(String what) implements Refusal {}

  /** The handle is taken, or was once. */
  record AgentExists() implements Refusal {}

  /** The owner is taken. */
  record OwnerExists() implements Refusal {}

  /**
   * Larger than the operator stores.
   *
   * @param what which limit
   */
  record PayloadTooLarge(String what) implements Refusal {}

  /** The idempotency key was used with another body. */
  record IdempotencyConflict() implements Refusal {}

  /**
   * Too many requests or connections.
   *
   * @param retryAfterSeconds at least 1
   */
  record RateLimited(int retryAfterSeconds) implements Refusal {}

  /** A bug; details are in the log only. */
  record Internal() implements Refusal {}

  /**
   * A part the operator needs does not answer; the request had no effect or is safe to retry with
   * its key.
   *
   * @param retryAfterSeconds at least 1
   */
  record Unavailable(int retryAfterSeconds) implements Refusal {}

  /** This refusal as an exception, for code that returns something else. */
  default Refused thrown() {
    return new Refused(this);
  }
}
