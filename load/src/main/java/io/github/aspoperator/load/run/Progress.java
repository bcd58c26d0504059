package io.github.aspoperator.load.run;

import io.github.aspoperator.load.judge.Errors;
import java.util.function.Consumer;

/** A line a second for whoever watches. */
final class Progress {
  private final Meter meter;
  private final Errors errors;
  private final Consumer<String> out;
  private String phase = "setting up";
  private long before;

  Progress(Meter meter, Errors errors, Consumer<String> out) {
    this.meter = meter;
    this.errors = errors;
    this.out = out;
  }

  /** From now on, this is what the run is doing. */
  void phase(String name) {
    phase = name;
  }

  void line() {
    long now = meter.accepted();
    out.accept(
        "%-12s %s messages/s, %s accepted, %s errors"
            .formatted(
                phase,
                Numbers.whole(now - before),
                Numbers.whole(now),
                Numbers.whole(errors.total())));
    before = now;
  }
}
