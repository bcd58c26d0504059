package io.github.aspoperator.simulation.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What several fibers answer to the one that waits for them. */
final class Gathering<T> {

  private final Map<Integer, T> answers = new TreeMap<>();
  private final Runnable complete;
  private int missing;
  private @Nullable Throwable failure;

  Gathering(int size, Runnable complete) {
    this.missing = size;
    this.complete = complete;
  }

  void put(int place, T answer) {
    answers.put(place, answer);
  }

  void ended(Scheduler scheduler, @Nullable Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    missing--;
    if (missing == 0) {
      scheduler.at(scheduler.now(), "all parts have ended", complete);
    }
  }

  /** In the order of their places; throws what one of them threw. */
  List<T> answers() {
    if (failure instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (failure instanceof Error thrown) {
      throw thrown;
    }
    return List.copyOf(answers.values());
  }
}
