package io.github.aspoperator.simulation.check;

import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.play.World;

/** Everything that is judged, when it can be judged. */
public final class Checks {

  private Checks() {}

  /** Nothing is under way any more; who is away still is. */
  public static void atRest(World world) {
    RestChecks.presence(world);
    TrustChecks.atRest(world);
    RestChecks.logs(world);
  }

  /** Everybody has come back, and was told what it missed. */
  public static void atTheEnd(World world) {
    RestChecks.nothingClosed(world);
    StretchChecks stretch = new StretchChecks(world);
    DeliveryChecks.of(world, stretch::mayBeLost);
    stretch.whoIsThereHasAll();
    whateverElseWasSeen(world);
  }

  /** Whatever can be judged from outside, of real processes too. */
  public static void ofAllThatWasSeen(Evidence evidence) {
    DeliveryChecks.of(evidence, (_, _) -> false);
    whateverElseWasSeen(evidence);
  }

  private static void whateverElseWasSeen(Evidence evidence) {
    PresenceChecks.inTheLog(evidence);
    KeyChecks.of(evidence);
    LogChecks.whatWasRead(evidence);
  }
}
