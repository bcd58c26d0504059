package io.github.aspoperator.simulation.play;

/** What somebody may do next. */
enum Act {
  CREATE,
  JOIN,
  INVITE,
  SEND,
  LEAVE,
  END,
  REOPEN,
  READ,
  CONNECT,
  CLOSE,
  VANISH,
  CUT,
  BLOCK,
  UNBLOCK,
  COMPARE,
  POLICY,
  ROTATE,
  REMOVE
}
