package io.github.aspoperator.simulation.play;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.github.aspoperator.functions.RehearsalContext;
import io.github.aspoperator.functions.work.Sweep;

/** The sweep, as its schedule calls it. */
final class Sweeps {

  private Sweeps() {}

  static void sweep(Instance instance) {
    instance.handler(Sweep.class).handleRequest(new ScheduledEvent(), new RehearsalContext());
  }
}
