package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Faults;
import java.util.function.Consumer;

/** Runs schedules from their beginnings to their ends; as many at once as there are threads. */
public final class Course {

  /** Epoch milliseconds. */
  private static final long BEGINNING = 1_800_000_000_000L;

  private static final int ACT = 1;
  private static final int FAULT = 2;
  private static final int STRETCH = 3;

  private final Stages stages = new Stages();

  /**
   * Runs {@code schedule} on this thread, which has to be a virtual one to be quick.
   *
   * @param atRest judges the world when nothing is under way
   * @param atTheEnd judges it when everybody has come back
   */
  public World run(
      Schedule schedule, Trace trace, Consumer<World> atRest, Consumer<World> atTheEnd) {
    Draw draw = Draw.of(schedule.seed(), 0);
    Faults faults = faults(schedule, draw);
    Scheduler scheduler = World.scheduler(draw, BEGINNING, trace);
    World world =
        new World(
            scheduler,
            draw,
            faults,
            Stages.settings(
                draw.below(Stages.WINDOWS),
                Draw.of(schedule.seed(), STRETCH).below(Stages.STRETCHES)),
            stages.beginning(schedule.size(), draw.below(Stages.BEGINNINGS)));
    Workload workload =
        new Workload(
            world, Draw.of(schedule.seed(), ACT).next(), schedule.acts(), schedule.skipped());
    workload.begin();
    while (scheduler.step() && world.troubles().isEmpty()) {
      if (workload.isOver() && faults.isOver()) {
        break;
      }
    }
    world.settle();
    atRest.accept(world);
    world.comeBack();
    atTheEnd.accept(world);
    return world;
  }

  /** A quarter of all schedules has no faults: there, nothing may even come twice. */
  private static Faults faults(Schedule schedule, Draw draw) {
    Draw own = Draw.of(schedule.seed(), FAULT);
    return switch (draw.below(4)) {
      case 0 -> new Faults(own, 0, 0, schedule.without());
      case 1 -> new Faults(own, 10, 1 + draw.below(2), schedule.without());
      case 2 -> new Faults(own, 20, 3 + draw.below(3), schedule.without());
      default -> new Faults(own, 40, 6 + draw.below(10), schedule.without());
    };
  }
}
