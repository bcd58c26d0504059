package io.github.aspoperator.simulation.check;

import io.github.aspoperator.simulation.play.World;

/** Everything that is judged, when it can be judged. */
public final class Checks {

  private Checks() {}

  /** Nothing is under way any more; who is away still is. */
  public static void atRest(World world) {
    PresenceChecks.atRest(world);
    TrustChecks.atRest(world);
    LogChecks.atRest(world);
  }

  /** Everybody has come back, and was told what it missed. */
  public static void atTheEnd(World world) {
    DeliveryChecks.atTheEnd(world);
    PresenceChecks.inTheLog(world);
    KeyChecks.atTheEnd(world);
    LogChecks.whatWasRead(world);
  }
}
