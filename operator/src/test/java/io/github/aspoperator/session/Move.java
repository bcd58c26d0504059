package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;

/** One step of a random history; each means something wherever it stands, so any may be dropped. */
public sealed interface Move {

  /** Somebody asks for something, entitled or not. */
  record Ask(Command.Existing command) implements Move {}

  /** The presence rule is applied, with the agent's presence as it is then. */
  record Attend(Handle agent) implements Move {}

  /** The agent's last connection drops, if it has one. */
  record Drop(Handle agent) implements Move {}

  /** The agent connects. */
  record Connect(Handle agent) implements Move {}

  /** The agent's grace runs out, if it is offline. */
  record Expire(Handle agent) implements Move {}

  /** One stops, or begins again, to admit the other. */
  record Admit(Handle one, Handle other, boolean admits) implements Move {}

  /** A block begins or ends to stand; who is forced out by it is asked separately. */
  record Block(Handle blocker, Handle blocked, boolean stands) implements Move {}

  /** The clock moves, perhaps backwards. */
  record Wait(long millis) implements Move {}
}
