package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.process.Services;
import io.github.aspoperator.aws.process.Surroundings;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.FiberTasks;
import io.github.aspoperator.simulation.engine.Killed;
import io.github.aspoperator.simulation.engine.Machine;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.simulation.part.Race;
import io.github.aspoperator.simulation.part.Races;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lambda: a request goes to an instance that is free, or to a new one; one at a time to each. */
final class Functions {

  /** How likely a new instance is made although one is free, per mille. */
  private static final int FRESH = 200;

  /** Clocks on AWS differ by less. */
  private static final int LARGEST_SKEW = 200;

  private final Scheduler scheduler;
  private final Draw draw;
  private final Faults faults;
  private final Races races;
  private final Settings settings;
  private final Services services;
  private final Map<Kind, List<Instance>> free = new EnumMap<>(Kind.class);
  private final SeededIds ids = new SeededIds();
  private int made;
  private int drainsUnderWay;

  Functions(
      Scheduler scheduler,
      Draw draw,
      Faults faults,
      Races races,
      Settings settings,
      Services services) {
    this.scheduler = scheduler;
    this.draw = draw;
    this.faults = faults;
    this.races = races;
    this.settings = settings;
    this.services = services;
  }

  /** Has {@code body} run on an instance; {@code end} is told what it threw, or null. */
  void invoke(Kind kind, Object what, Consumer<Instance> body, Consumer<@Nullable Throwable> end) {
    Instance instance = instance(kind);
    boolean drains = kind == Kind.STREAM || kind == Kind.BELL;
    if (drains && drainsUnderWay++ > 0) {
      races.met(Race.DRAINED_AT_ONCE);
    }
    scheduler.begin(
        instance.machine(),
        what,
        () -> body.accept(instance),
        thrown -> {
          drainsUnderWay -= drains ? 1 : 0;
          if (!instance.machine().isDead()) {
            free.computeIfAbsent(kind, _ -> new ArrayList<>()).add(instance);
          }
          if (thrown != null) {
            scheduler.tell(() -> "  " + instance.machine() + " failed: " + thrown);
          }
          if (thrown instanceof Error && !(thrown instanceof Killed)) {
            throw new IllegalStateException("a handler failed as none may", thrown);
          }
          end.accept(thrown);
        });
  }

  /** One that no request runs on; for what happens outside of any. */
  Instance instance(Kind kind) {
    List<Instance> idle = free.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (!idle.isEmpty() && !draw.chance(FRESH)) {
      return idle.remove(draw.below(idle.size()));
    }
    made++;
    String name = kind.name().toLowerCase(Locale.ROOT) + made;
    long skew =
        faults.strike(Fault.CLOCKS_DIFFER, 4) ? draw.below(2 * LARGEST_SKEW) - LARGEST_SKEW : 0;
    return Instance.of(kind, new Machine(name, skew), aws(skew));
  }

  private Aws aws(long skew) {
    Surroundings here =
        new Surroundings(
            services,
            new FiberTasks(scheduler, draw),
            () -> scheduler.now() + skew,
            () -> ids.next(scheduler.now() + skew));
    return new Aws(settings, here);
  }

  /** The ports of a process that only looks. */
  Ports observer() {
    return aws(0).ports();
  }
}
