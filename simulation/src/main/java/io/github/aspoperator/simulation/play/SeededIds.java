package io.github.aspoperator.simulation.play;

import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.Ulid;

/** Ids that are the same in every run of a schedule; each counts on from the one before. */
final class SeededIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private long given;

  /** A fresh id stamped {@code millis}. */
  Ulid next(long millis) {
    given++;
    return new Ulid((millis << 16) | VERSION_7, VARIANT | (given * 2L * Ids.SPAN));
  }
}
