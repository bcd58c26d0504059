package io.github.aspoperator.soak.play;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.soak.client.Ending;
import io.github.aspoperator.soak.client.Line;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Many that come at once; nobody goes before all of them have been told what they missed. */
final class Coming {

  private static final long PATIENCE_MILLIS = 180_000;
  private static final long GOODBYE_MILLIS = 30_000;
  private static final long POLL_MILLIS = 50;
  private static final double SECOND = 1_000;

  private final Stage stage;
  private final int size;
  private final CountDownLatch told;
  private final long begun = System.currentTimeMillis();
  private volatile long lastOpen = begun;
  private volatile long lastTold = begun;

  Coming(Stage stage, int size) {
    this.stage = stage;
    this.size = size;
    this.told = new CountDownLatch(size);
  }

  /** One of them, who waits for that event, and for the others; whether it was let go. */
  boolean of(Agent agent, SessionId session, long last, RandomGenerator draw)
      throws InterruptedException {
    Optional<Line> line = Seat.come(stage, agent, draw);
    lastOpen = System.currentTimeMillis();
    while (line.isPresent() && !isTold(agent, session, last) && left() > 0) {
      if (line.get().awaitEnd(POLL_MILLIS)) {
        line = Seat.come(stage, agent, draw);
      }
    }
    if (isTold(agent, session, last)) {
      lastTold = System.currentTimeMillis();
      told.countDown();
    }
    var _ = told.await(Math.max(0, left()), TimeUnit.MILLISECONDS);
    return line.isPresent() && line.get().end(Ending.CLEAN, GOODBYE_MILLIS);
  }

  private boolean isTold(Agent agent, SessionId session, long last) {
    return stage.book().lines(agent.handle()).stream()
        .anyMatch(line -> line.hasCome(session.text(), last));
  }

  private long left() {
    return begun + PATIENCE_MILLIS - System.currentTimeMillis();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d connections in %.1f s, %,d of them told everything in %.1f s",
        size,
        (lastOpen - begun) / SECOND,
        size - told.getCount(),
        (lastTold - begun) / SECOND);
  }
}
