package io.github.aspoperator.soak.report;

import io.github.aspoperator.soak.fault.Fault;
import io.github.aspoperator.soak.play.Stage;
import java.io.PrintStream;
import java.util.Locale;

/** Says every ten seconds how far a run is. */
public final class Progress implements AutoCloseable {

  private static final long EVERY_MILLIS = 10_000;
  private static final double SECOND = 1_000;

  private final Thread thread;

  /** On {@code out}, until it is closed. */
  public Progress(Stage stage, PrintStream out) {
    long begun = System.currentTimeMillis();
    thread = Thread.ofVirtual().start(() -> tell(stage, out, begun));
  }

  private static void tell(Stage stage, PrintStream out, long begun) {
    try {
      while (true) {
        Thread.sleep(EVERY_MILLIS);
        out.printf(
            Locale.ROOT,
            "%s, %.0f s: %,d acknowledged, %,d received, %,d kills%s%n",
            stage.home().name(),
            (System.currentTimeMillis() - begun) / SECOND,
            stage.meter().acknowledged(),
            stage.book().received(),
            stage.faults().count(Fault.KILL),
            stage.book().mishaps().stream().findFirst().map(one -> "; " + one).orElse(""));
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
