package io.github.aspoperator.functions;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.wire.call.FrontDoor;

/** What went wrong in a call: the log learns it, the caller only what the protocol tells. */
public final class Failures {

  private static final System.Logger LOG = System.getLogger("io.github.aspoperator.functions");

  private Failures() {}

  /** Logs {@code failure} unless it is a plain refusal; what the caller is told. */
  public static Refusal report(RuntimeException failure) {
    switch (failure) {
      case Refused _ -> {}
      case Unavailable down -> LOG.log(System.Logger.Level.WARNING, "not served for now", down);
      default -> LOG.log(System.Logger.Level.ERROR, "a call failed", failure);
    }
    return FrontDoor.refusal(failure);
  }
}
