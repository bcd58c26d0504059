package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.functions.socket.Connect;
import io.github.aspoperator.functions.socket.Disconnect;
import io.github.aspoperator.functions.work.DrainBell;
import io.github.aspoperator.functions.work.DrainStream;
import io.github.aspoperator.functions.work.GraceQueue;
import io.github.aspoperator.functions.work.ReplayQueue;
import io.github.aspoperator.functions.work.Sweep;
import io.github.aspoperator.functions.work.WorkQueue;
import io.github.aspoperator.simulation.engine.Machine;

/**
 * One process of one function, with everything that it remembers between two requests.
 *
 * @param machine whether it lives
 * @param aws its adapters
 * @param handler what Lambda would call; the adapters themselves behind HTTP
 */
record Instance(Machine machine, Aws aws, Object handler) {

  static Instance of(Kind kind, Machine machine, Aws aws) {
    Object handler =
        switch (kind) {
          case HTTP -> aws;
          case CONNECT -> new Connect(aws);
          case DISCONNECT -> new Disconnect(aws);
          case STREAM -> new DrainStream(aws);
          case BELL -> new DrainBell(aws);
          case REPLAY -> new ReplayQueue(aws);
          case WORK -> new WorkQueue(aws);
          case GRACE -> new GraceQueue(aws);
          case SWEEP -> new Sweep(aws);
        };
    return new Instance(machine, aws, handler);
  }

  <H> H handler(Class<H> type) {
    return type.cast(handler);
  }
}
