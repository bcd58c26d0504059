package io.github.aspoperator.simulation.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Code that runs until its next call to a part, and goes on when the scheduler says so. */
public final class Fiber {

  private final Scheduler scheduler;
  private final Machine machine;
  private final Object name;
  private final Thread thread;
  private volatile boolean running;
  private boolean started;
  private Object doing = "begins";

  /** {@code end} is told what the body threw, or null; {@link Killed} when its process died. */
  Fiber(
      Scheduler scheduler,
      Machine machine,
      Object name,
      Runnable body,
      Consumer<@Nullable Throwable> end) {
    this.scheduler = scheduler;
    this.machine = machine;
    this.name = name;
    this.thread = Thread.ofVirtual().unstarted(() -> run(body, end));
  }

  private void run(Runnable body, Consumer<@Nullable Throwable> end) {
    @Nullable Throwable thrown = null;
    try {
      alive();
      body.run();
    } catch (Throwable e) {
      thrown = e;
    }
    @Nullable Throwable with = thrown;
    scheduler.afterwards(() -> end.accept(with));
    giveBack();
  }

  /** Which process it belongs to. */
  public Machine machine() {
    return machine;
  }

  /** On the scheduler's thread: lets it run until it waits again or has ended. */
  void resume() {
    running = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
    while (running) {
      LockSupport.park(this);
    }
  }

  /** On the fiber's own thread: waits until it is resumed, and dies if its process did. */
  void await(Object next) {
    doing = next;
    giveBack();
    while (!running) {
      LockSupport.park(this);
    }
    alive();
  }

  private void giveBack() {
    running = false;
    LockSupport.unpark(scheduler.thread());
  }

  private void alive() {
    if (machine.isDead()) {
      throw Killed.NOW;
    }
  }

  @Override
  public String toString() {
    return machine + " " + name + ": " + doing;
  }
}
