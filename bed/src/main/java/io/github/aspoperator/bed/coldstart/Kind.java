package io.github.aspoperator.bed.coldstart;

/** How a process starts. */
enum Kind {
  /** From nothing, when an event is waiting. */
  COLD,
  /** From a snapshot, before which it was primed. */
  RESTORED
}
