package io.github.aspoperator.job;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.Optional;

/** Work for later. Each may run more than once, and then finds nothing to do. */
public sealed interface Job {

  /**
   * Hands an agent what it is owed.
   *
   * @param agent whose
   */
  record Replay(Handle agent) implements Job {}

  /**
   * Applies the presence rule in the agent's sessions, in slices.
   *
   * @param agent whose
   * @param onlyFor act only while this is the drop that took the agent offline
   * @param before go on with sessions older than this one
   */
  record Attend(Handle agent, Optional<DropId> onlyFor, Optional<SessionId> before)
      implements Job {}

  /**
   * Applies the presence rule of one agent in one session.
   *
   * @param agent whose
   * @param session where
   */
  record AttendOne(Handle agent, SessionId session) implements Job {}

  /**
   * The grace window of a drop has passed.
   *
   * @param agent whose
   * @param drop the drop that started it; another one's timer does nothing
   */
  record GraceOver(Handle agent, DropId drop) implements Job {}

  /** A block takes effect in one session. */
  record ForceLeave(SessionId session, Handle blocker, Handle blocked) implements Job {}

  /**
   * A block takes effect in the sessions both take part in, in slices.
   *
   * @param before go on with sessions older than this one
   */
  record EnforceBlock(Handle blocker, Handle blocked, Optional<SessionId> before) implements Job {}

  /** A removed agent leaves one session. */
  record Withdraw(SessionId session, Handle agent) implements Job {}

  /**
   * A removed agent leaves its sessions, in slices.
   *
   * @param before go on with sessions older than this one
   */
  record WithdrawAll(Handle agent, Optional<SessionId> before) implements Job {}

  /** A connection failed, or was found dead: it is dropped, uncleanly. */
  record Drop(Handle agent, ConnectionId connection) implements Job {}

  /** Drains a session again after a drain of it failed. */
  record Drain(SessionId session) implements Job {}
}
