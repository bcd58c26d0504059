package io.github.aspoperator.simulation.play;

import io.github.aspoperator.refusal.Refusal;

/** What a client is told. */
sealed interface Reply<T> {

  /** It was done. */
  record Done<T>(T value) implements Reply<T> {}

  /** It was refused, and nothing was done. */
  record Refused<T>(Refusal refusal) implements Reply<T> {}

  /** The client does not know. */
  record Unknown<T>() implements Reply<T> {}
}
