package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.check.Checks;
import io.github.aspoperator.simulation.play.Course;
import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Trace;

/** Runs schedules. */
public final class Main {
  private Main() {}

  /** temporary. */
  public static void main(String[] args) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    long seeds = Long.parseLong(args[0]);
    int acts = Integer.parseInt(args[1]);
    long from = args.length > 2 ? Long.parseLong(args[2]) : 0;
    Thread t =
        Thread.ofVirtual()
            .start(() -> {
              long start = System.nanoTime();
              long steps = 0;
              for (long seed = from; seed < from + seeds; seed++) {
                Trace trace = seeds == 1 ? Trace.to(System.out::println) : Trace.NONE;
                var world =
                    Course.run(Schedule.of(seed, acts), trace, Checks::atRest, Checks::atTheEnd);
                steps += world.scheduler().steps();
                if (!world.troubles().isEmpty()) {
                  System.out.println("seed " + seed + ": " + world.troubles().all());
                }
              }
              double s = (System.nanoTime() - start) / 1e9;
              System.out.println(
                  seeds / s + " schedules/s, " + steps / s + " steps/s, " + steps / (double) seeds);
            });
    t.join();
  }
}
