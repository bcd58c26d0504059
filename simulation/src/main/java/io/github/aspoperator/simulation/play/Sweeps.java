package io.github.aspoperator.simulation.play;

import io.github.aspoperator.functions.work.Sweep;

/** The sweep, as its schedule calls it. */
final class Sweeps {

  private Sweeps() {}

  static void sweep(Instance instance) {
    instance.handler(Sweep.class).answer(new byte[0], "sweep");
  }
}
