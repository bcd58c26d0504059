package io.github.aspoperator.wire.route;

/** Whose credentials a call takes (protocol sections 1 and 7). */
public enum Audience {
  /** Anybody's, and none. */
  ANYONE,
  /** An agent's. */
  AGENT,
  /** The operator's, or an owner's for its own agents. */
  OWNER,
  /** The operator's. */
  OPERATOR
}
