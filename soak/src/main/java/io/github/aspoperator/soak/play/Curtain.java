package io.github.aspoperator.soak.play;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When who plays is to come to an end, and when it must be over. */
public final class Curtain {

  private final CountDownLatch last = new CountDownLatch(1);
  private volatile boolean fallen;

  /** Nothing new is begun any more. */
  public void lastAct() {
    last.countDown();
  }

  /** Nothing is tried again any more. */
  public void fall() {
    last.countDown();
    fallen = true;
  }

  boolean isLastAct() {
    return last.getCount() == 0;
  }

  boolean isFallen() {
    return fallen;
  }

  /** Waits so long, unless the last act begins; whether it has. */
  boolean pause(long millis) throws InterruptedException {
    return last.await(millis, TimeUnit.MILLISECONDS);
  }
}
