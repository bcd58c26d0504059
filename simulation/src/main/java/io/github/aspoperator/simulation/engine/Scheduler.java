package io.github.aspoperator.simulation.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next, and when: everything that may happen is due from some moment on, and
 * of what is due one is drawn. Whatever it does takes a few milliseconds of virtual time.
 */
public final class Scheduler {

  /** What one step takes at most, milliseconds. */
  private static final int LONGEST_STEP = 4;

  /** How far time may leap over what is due already, milliseconds. */
  private static final long LONGEST_LEAP = 2_000;

  private final Draw draw;
  private final int leaps;
  private final Consumer<Supplier<String>> trace;
  private final List<Due> due = new ArrayList<>();
  private final Deque<Runnable> afterwards = new ArrayDeque<>();
  private final Thread thread = Thread.currentThread();
  private @Nullable Fiber current;
  private long now;
  private int steps;

  private record Due(long from, Object what, Runnable happens) {}

  /**
   * A scheduler that runs on this thread.
   *
   * @param now epoch milliseconds at the beginning
   * @param leaps in how many of a thousand steps time passes although something is due
   * @param trace is told what happens
   */
  public Scheduler(Draw draw, long now, int leaps, Consumer<Supplier<String>> trace) {
    this.draw = draw;
    this.now = now;
    this.leaps = leaps;
    this.trace = trace;
  }

  /** The true time, epoch milliseconds. */
  public long now() {
    return now;
  }

  /** How much has happened. */
  public int steps() {
    return steps;
  }

  /** Tells the trace. */
  public void tell(Supplier<String> what) {
    trace.accept(what);
  }

  /** Lets {@code happens} happen at {@code from} or later. */
  public void at(long from, Object what, Runnable happens) {
    due.add(new Due(from, what, happens));
  }

  /** One thing happens; false when nothing is left that could. */
  public boolean step() {
    if (due.isEmpty()) {
      return false;
    }
    int chosen = choose();
    Due next = due.get(chosen);
    due.set(chosen, due.getLast());
    due.removeLast();
    steps++;
    now += draw.below(LONGEST_STEP);
    trace.accept(() -> next.what().toString());
    next.happens().run();
    while (!afterwards.isEmpty()) {
      afterwards.remove().run();
    }
    return true;
  }

  private int choose() {
    if (leaps > 0 && draw.chance(leaps)) {
      leap();
    }
    int among = ready();
    while (among == 0) {
      now = Math.max(now, earliest(Long.MIN_VALUE));
      among = ready();
    }
    int nth = draw.below(among);
    for (int i = 0; i < due.size(); i++) {
      if (due.get(i).from() <= now && nth-- == 0) {
        return i;
      }
    }
    throw new IllegalStateException("nothing was due");
  }

  private void leap() {
    long next = earliest(now);
    if (next != Long.MAX_VALUE && next - now <= LONGEST_LEAP) {
      now = next;
    }
  }

  private int ready() {
    int count = 0;
    for (int i = 0; i < due.size(); i++) {
      if (due.get(i).from() <= now) {
        count++;
      }
    }
    return count;
  }

  private long earliest(long after) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < due.size(); i++) {
      long from = due.get(i).from();
      if (from > after && from < first) {
        first = from;
      }
    }
    return first;
  }

  Thread thread() {
    return thread;
  }

  /** On the scheduler's thread, once the fiber that says so has given way. */
  void afterwards(Runnable then) {
    afterwards.add(then);
  }

  /** The fiber that runs now; null while the world itself acts. */
  public @Nullable Fiber current() {
    return current;
  }

  /** Begins a fiber; {@code end} is told what it threw, or null. */
  public void begin(
      Machine machine, Object name, Runnable body, Consumer<@Nullable Throwable> end) {
    Fiber fiber = new Fiber(this, machine, name, body, end);
    at(now, fiber, () -> resume(fiber));
  }

  private void resume(Fiber fiber) {
    current = fiber;
    fiber.resume();
    current = null;
  }

  /** The current fiber waits for at least {@code millis}, and says what it does then. */
  public void pause(long millis, Object next) {
    Fiber fiber = running();
    at(now + millis, fiber, () -> resume(fiber));
    fiber.await(next);
  }

  private Fiber running() {
    if (current == null) {
      throw new IllegalStateException("no fiber runs");
    }
    return current;
  }

  /** The current fiber waits until all of {@code tasks}, each in a fiber of its process, ended. */
  <T> List<T> together(List<Supplier<T>> tasks) {
    Fiber parent = running();
    Gathering<T> gathering = new Gathering<>(tasks.size(), () -> resume(parent));
    for (int i = 0; i < tasks.size(); i++) {
      int place = i;
      Supplier<T> task = tasks.get(i);
      begin(
          parent.machine(),
          "part " + i,
          () -> gathering.put(place, task.get()),
          thrown -> gathering.ended(this, thrown));
    }
    parent.await("waits for " + tasks.size());
    return gathering.answers();
  }
}
