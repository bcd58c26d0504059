package io.github.aspoperator.simulation.part;

import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Fiber;
import io.github.aspoperator.simulation.engine.Scheduler;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Where a process waits for a part, and where most goes wrong. */
public final class Calls {

  private static final int LONGEST_STALL = 20_000;

  /** What the SDK's client waits before it tries again, about, in milliseconds. */
  private static final long RETRY_MILLIS = 1_000;

  private final Scheduler scheduler;
  private final Faults faults;
  private final Draw draw;

  /** Calls under {@code scheduler}, some of which meet {@code faults}. */
  public Calls(Scheduler scheduler, Faults faults, Draw draw) {
    this.scheduler = scheduler;
    this.faults = faults;
    this.draw = draw;
  }

  /** What a call is: the parts throw different things when they are too busy. */
  public interface Kind {
    /** What is thrown when the part is too busy. */
    SdkException busy();

    /** Whether the call changes anything. */
    boolean writes();
  }

  /** Makes a call that is called {@code what}; outside of any fiber it just happens. */
  public <T> T make(Object what, Kind kind, Supplier<T> effect) {
    Fiber fiber = scheduler.current();
    if (fiber == null) {
      return effect.get();
    }
    scheduler.pause(0, what);
    if (!faults.strikes()) {
      return effect.get();
    }
    return disturbed(what, kind, effect, fiber);
  }

  private <T> T disturbed(Object what, Kind kind, Supplier<T> effect, Fiber fiber) {
    switch (draw.below(kind.writes() ? 6 : 4)) {
      case 0 -> {
        if (faults.count(Fault.KILLED_BEFORE_CALL)) {
          kill(fiber, what);
        }
      }
      case 1 -> {
        if (faults.count(Fault.STALLED)) {
          scheduler.tell(() -> "  " + fiber + " stands still");
          scheduler.pause(500 + draw.below(LONGEST_STALL), what);
        }
      }
      case 2 -> {
        if (faults.count(Fault.THROTTLED)) {
          scheduler.tell(() -> "  too busy");
          throw kind.busy();
        }
      }
      case 3 -> {
        if (faults.count(Fault.KILLED_AFTER_CALL)) {
          attempt(effect);
          kill(fiber, what);
        }
      }
      case 4 -> {
        if (faults.count(Fault.ANSWER_LOST)) {
          attempt(effect);
          scheduler.tell(() -> "  done, but the answer is lost");
          scheduler.pause(RETRY_MILLIS, "again: " + what);
        }
      }
      default -> {
        if (faults.count(Fault.TIMED_OUT)) {
          attempt(effect);
          scheduler.tell(() -> "  done, but it looks timed out");
          throw SdkClientException.builder().message("timed out").writableStackTrace(false).build();
        }
      }
    }
    return effect.get();
  }

  private void kill(Fiber fiber, Object what) {
    scheduler.tell(() -> "  " + fiber.machine() + " dies");
    fiber.machine().kill();
    scheduler.pause(0, what);
  }

  private static void attempt(Supplier<?> effect) {
    try {
      var _ = effect.get();
    } catch (SdkException e) {
      // nobody hears of it
    }
  }
}
