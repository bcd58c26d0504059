package io.github.aspoperator.simulation.play;

/** The functions. Those behind HTTP routes are one here: they are alike but for the call. */
enum Kind {
  HTTP,
  CONNECT,
  DISCONNECT,
  STREAM,
  BELL,
  REPLAY,
  WORK,
  GRACE,
  SWEEP
}
