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

  /** The compiler takes what was called 200 times; what is called once a round needs as many. */
  private static final int ROUNDS = 300;

  /** Of all rounds together, where tables are far or the machine is busy. */
  private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

  private final Runnable rehearsal;

  private Primed(Runnable rehearsal) {
    this.rehearsal = rehearsal;
  }

  /**
   * Has {@code rehearsal} run before a snapshot. The caller keeps what this returns: the registry
   * alone would let it go.
   */
  public static Primed with(Runnable rehearsal) {
    Primed primed = new Primed(rehearsal);
    Core.getGlobalContext().register(primed);
    return primed;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    long end = System.nanoTime() + LONGEST_NANOS;
    try {
      for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
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
