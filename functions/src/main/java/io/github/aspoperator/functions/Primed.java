package io.github.aspoperator.functions;

import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs something again and again before a snapshot of the process is taken, so that whoever is
 * restored from it has everything at hand: classes, connections, compiled code.
 */
public final class Primed implements Resource {

  private static final System.Logger LOG = System.getLogger(Primed.class.getName());

  /** Enough for the compiler, which takes what was called 200 times. */
  private static final int ROUNDS = 400;

  /** Tables are farther than the stage: they are asked in every fourth round only. */
  private static final int REACHING = 4;

  /** Of all rounds together, where tables are far or the machine is busy. */
  private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

  private final Runnable reach;
  private final Runnable rehearsal;

  private Primed(Runnable reach, Runnable rehearsal) {
    this.reach = reach;
    this.rehearsal = rehearsal;
  }

  /**
   * Has both done before a snapshot. The caller keeps what this returns: the registry alone would
   * let it go.
   *
   * @param reach to the services themselves
   * @param rehearsal on a stage
   */
  public static Primed with(Runnable reach, Runnable rehearsal) {
    Primed primed = new Primed(reach, rehearsal);
    Core.getGlobalContext().register(primed);
    return primed;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    long end = System.nanoTime() + LONGEST_NANOS;
    try {
      for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
        if (round % REACHING == 0) {
          reach.run();
        }
        rehearsal.run();
      }
    } catch (RuntimeException e) {
      // a snapshot that is less warm still is one
      LOG.log(System.Logger.Level.WARNING, "the rehearsal before the snapshot failed", e);
    }
  }

  /** Nothing of what the rehearsal leaves behind is tied to the time or the machine. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
