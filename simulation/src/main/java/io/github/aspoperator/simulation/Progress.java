package io.github.aspoperator.simulation;

import java.io.PrintStream;
import java.util.Locale;

/** Says now and then how far a campaign is. */
final class Progress implements AutoCloseable {

  private static final long EVERY_MILLIS = 5_000;

  private final Thread thread;

  Progress(Tally tally, PrintStream out) {
    this.thread = Thread.ofPlatform().daemon().start(() -> tell(tally, out));
  }

  private static void tell(Tally tally, PrintStream out) {
    long before = 0;
    try {
      while (true) {
        Thread.sleep(EVERY_MILLIS);
        long now = tally.schedules();
        out.printf(
            Locale.ROOT,
            "%,d schedules, %,d a second, %d with a violation%n",
            now,
            (now - before) * 1_000 / EVERY_MILLIS,
            tally.bad().size());
        before = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
