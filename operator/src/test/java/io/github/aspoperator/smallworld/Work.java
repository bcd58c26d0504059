package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.delivery.Drain;
import io.github.aspoperator.delivery.Replay;
import io.github.aspoperator.delivery.Stretch;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Attend;
import io.github.aspoperator.presence.Connect;
import io.github.aspoperator.presence.Drop;
import io.github.aspoperator.presence.Grace;
import io.github.aspoperator.refusal.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** Procedures at work: held after each step that touches what others may touch. */
final class Work {

  private final Stage stage;
  private final Atoms atoms;
  private final Map<Integer, Optional<Step<?>>> untouching = new HashMap<>();
  private final Map<String, Integer> steps = new TreeMap<>();

  Work(Stage stage, Atoms atoms) {
    this.stage = stage;
    this.atoms = atoms;
  }

  /** How often each step ran. */
  Map<String, Integer> steps() {
    return steps;
  }

  /** A free slot of {@code lane}, if one more may be at work. */
  Optional<Integer> free(World world, Lane lane) {
    for (int slot = lane.first(); slot < lane.first() + stage.setting().atOnce(lane); slot++) {
      if (!world.isBusy(slot)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  boolean isIdle(World world, Lane lane) {
    for (int slot = lane.first(); slot < lane.first() + lane.width(); slot++) {
      if (world.isBusy(slot)) {
        return false;
      }
    }
    return true;
  }

  /** Begins with {@code first} in {@code slot}. */
  void begin(World world, int slot, Object cause, Step<?> first) {
    hold(world, slot, cause, first);
  }

  /** The same, and makes the first call at once: that it has begun, nobody else can tell. */
  void beginAndStep(World world, int slot, Object cause, Step<?> first) {
    hold(world, slot, cause, first);
    if (world.isBusy(slot)) {
      step(world, slot);
    }
  }

  /** What those at work do next. */
  void moves(World world, List<Move> moves) {
    for (int slot = 0; slot < Lane.SLOTS; slot++) {
      if (world.isBusy(slot)) {
        int at = slot;
        moves.add(Move.due(() -> name(world, at), next -> step(next, at)));
        Chance crash = crash(at);
        if (world.left(crash) > 0) {
          moves.add(Move.may(() -> "CRASH of " + name(world, at), next -> crash(next, at, false)));
          if (Lane.of(at) == Lane.DRAIN) {
            moves.add(
                Move.may(
                    () -> "CRASH of " + name(world, at) + ", its bell names none",
                    next -> crash(next, at, true)));
          }
        }
      }
    }
  }

  private static Chance crash(int slot) {
    return switch (Lane.of(slot)) {
      case DRAIN, REPLAY -> Chance.CRASH;
      case CALL -> Chance.CRASH_CALL;
      case JOB, ERRAND -> Chance.CRASH_JOB;
    };
  }

  private static String name(World world, int slot) {
    return Lane.of(slot) + " " + (slot - Lane.of(slot).first()) + " " + name(world.step(slot));
  }

  private static String name(Step<?> step) {
    if (step instanceof Held held) {
      return held.errand().getClass().getSimpleName() + " " + held.answers().size();
    }
    String whole = step.getClass().getName();
    return whole.substring(whole.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** Runs what is held in {@code slot}, and what may as well run at once behind it. */
  private void step(World world, int slot) {
    boolean onlyRead = call(world, slot);
    while (world.isBusy(slot) && world.broken().isEmpty()) {
      Step<?> next = world.step(slot);
      if (Movers.readsWhatStays(next, stage.setting())) {
        call(world, slot);
      } else if (onlyRead && Movers.maySend(next)) {
        World ahead = world.copy();
        call(ahead, slot);
        if (!stage.onlySent()) {
          return;
        }
        world.become(ahead);
      } else {
        return;
      }
    }
  }

  /** Makes the call of the step that is held in {@code slot}; whether it has changed nothing. */
  private boolean call(World world, int slot) {
    Step<?> step = world.step(slot);
    steps.merge(name(step), 1, Integer::sum);
    stage.enter(world, slot);
    try {
      Optional<? extends Step<?>> next = run(step);
      if (next.isPresent()) {
        hold(world, slot, world.cause(slot), next.get());
      } else {
        ended(world, slot, true);
      }
    } catch (Refused refused) {
      stage.note(refused.toString());
      Object cause = world.cause(slot);
      ended(world, slot, false);
      PresenceChecks.refused(world, cause);
    } catch (IllegalStateException | IndexOutOfBoundsException | NoSuchElementException e) {
      world.breaks("thrown: " + e);
    } finally {
      stage.suspend();
    }
    return stage.onlyRead();
  }

  private Optional<? extends Step<?>> run(Step<?> step) {
    return switch (step) {
      case Drain drain -> drain.run(stage.delivery());
      case Replay replay -> replay.run(stage.delivery());
      case Stretch stretch -> stretch.run(stage.delivery());
      case Connect connect -> connect.run(stage.presence());
      case Drop drop -> drop.run(stage.presence());
      case Grace grace -> grace.run(stage.presence());
      case Attend attend -> attend.run(stage.presence());
      case Held held -> held.run(stage);
      default -> throw new IllegalArgumentException("no such step: " + step);
    };
  }

  /** Holds {@code step}, or what follows from it without touching anything. */
  private void hold(World world, int slot, Object cause, Step<?> step) {
    int number = atoms.number(step);
    Optional<Step<?>> known = untouching.get(number);
    if (known == null) {
      known = beyond(step);
      untouching.put(number, known);
    }
    if (known.isPresent()) {
      world.hold(slot, cause, known.get());
    } else {
      ended(world, slot, true);
    }
  }

  private Optional<Step<?>> beyond(Step<?> first) {
    Optional<World> suspended = stage.suspend();
    Step<?> step = first;
    try {
      while (true) {
        Optional<? extends Step<?>> next = run(step);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        step = next.get();
      }
    } catch (Stage.Touched | Refused _) {
      return Optional.of(step);
    } finally {
      stage.resume(suspended);
    }
  }

  private void ended(World world, int slot, boolean well) {
    Object cause = world.cause(slot);
    world.release(slot);
    WorldJobs.senderEnded(world, slot);
    if (cause instanceof Call.Arrives(var connection)) {
      Wire wire = world.wire(connection);
      if (!well) {
        world.wire(connection, wire.with(Wire.Status.CLOSED));
      } else if (wire.status() == Wire.Status.CONNECTING) {
        world.wire(
            connection,
            wire.with(
                stage.setting().has(Topic.ANSWERS_LATER)
                    ? Wire.Status.ANSWERING
                    : Wire.Status.OPEN));
      }
    }
  }

  /** The step that is held is thrown away, and what set it off comes back. */
  private void crash(World world, int slot, boolean nameless) {
    Object cause = world.cause(slot);
    world.spend(crash(slot));
    world.past(world.past().faulty());
    ended(world, slot, false);
    switch (cause) {
      case Bell bell -> {
        int session = Cast.index(bell.session());
        Bell again = nameless ? Bell.of(bell.session()) : bell;
        world.bells(session, world.bells(session).with(again));
      }
      case Job job -> WorldJobs.add(world, job);
      default -> {}
    }
  }
}
