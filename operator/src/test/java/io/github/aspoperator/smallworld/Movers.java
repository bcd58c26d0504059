package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Drain;
import io.github.aspoperator.delivery.Replay;
import io.github.aspoperator.delivery.Stretch;
import io.github.aspoperator.job.Step;

/**
 * Steps that may run at once behind the one before them, because it makes no difference to anybody
 * when they do: what they do commutes with whatever others do meanwhile, up to the rest of the way.
 */
final class Movers {

  private Movers() {}

  /**
   * Whether {@code step} reads what can no longer change: the log up to a head or an end that was
   * read before, since the log only grows; the roster as of a head that only this drain moves.
   */
  static boolean readsWhatStays(Step<?> step, Setting setting) {
    return switch (step) {
      case Replay.FindStints _, Replay.ReadPage _ -> true;
      case Stretch.FindStints _, Stretch.FindStart _, Stretch.ReadPage _ -> true;
      case Drain.ReadHistory _ -> true;
      case Drain.ReadRoster _ -> setting.atOnce(Lane.DRAIN) == 1;
      default -> false;
    };
  }

  /**
   * Whether {@code step} may be one that only sends a job, or posts to the peer alone. Behind a
   * step that only read: to send sooner takes nothing from anybody, and a crash in between is a
   * crash before both.
   */
  static boolean maySend(Step<?> step) {
    return step instanceof Drain;
  }
}
