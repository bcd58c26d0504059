package io.github.aspoperator.wire.route;

/** Every call there is; {@link Endpoints} says how it is spelled. */
public enum Endpoint {
  /** Create a session. */
  CREATE(Audience.AGENT),
  /** The caller's sessions. */
  LIST_SESSIONS(Audience.AGENT),
  /** One session. */
  GET_SESSION(Audience.AGENT),
  /** Its history. */
  EVENTS(Audience.AGENT),
  /** Join it. */
  JOIN(Audience.AGENT),
  /** Invite others. */
  INVITE(Audience.AGENT),
  /** Say something. */
  SEND(Audience.AGENT),
  /** Leave it. */
  LEAVE(Audience.AGENT),
  /** End it. */
  END(Audience.AGENT),
  /** Open it again. */
  REOPEN(Audience.AGENT),
  /** The event stream; instead of a header, a ticket may stand in the query. */
  CONNECT(Audience.AGENT),
  /** A ticket for the event stream. */
  TICKET(Audience.AGENT),
  /** Whether the operator works. */
  HEALTH(Audience.ANYONE),
  /** The calls, for machines. */
  OPENAPI(Audience.ANYONE),
  /** The event stream, for machines. */
  ASYNCAPI(Audience.ANYONE),
  /** One file that those two refer to. */
  SCHEMA(Audience.ANYONE),
  /** Register an agent. */
  REGISTER_AGENT(Audience.OWNER),
  /** The agents. */
  LIST_AGENTS(Audience.OWNER),
  /** One agent. */
  GET_AGENT(Audience.OWNER),
  /** Set its policy. */
  PATCH_AGENT(Audience.OWNER),
  /** Remove it. */
  REMOVE_AGENT(Audience.OWNER),
  /** Give it another token. */
  ROTATE_AGENT_TOKEN(Audience.OWNER),
  /** Add to its allowlist. */
  ADD_TO_ALLOWLIST(Audience.OWNER),
  /** Take an entry off its allowlist. */
  REMOVE_FROM_ALLOWLIST(Audience.OWNER),
  /** Whom it blocks. */
  LIST_BLOCKS(Audience.OWNER),
  /** Block a peer. */
  BLOCK(Audience.OWNER),
  /** Unblock a peer. */
  UNBLOCK(Audience.OWNER),
  /** Register an owner. */
  REGISTER_OWNER(Audience.OPERATOR),
  /** Give an owner another token. */
  ROTATE_OWNER_TOKEN(Audience.OPERATOR),
  /** Remove an owner. */
  REMOVE_OWNER(Audience.OPERATOR);

  private final Audience audience;

  Endpoint(Audience audience) {
    this.audience = audience;
  }

  /** Whose credentials it takes. */
  public Audience audience() {
    return audience;
  }
}
