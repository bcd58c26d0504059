package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.play.Actor;
import io.github.aspoperator.simulation.play.Line;
import io.github.aspoperator.simulation.play.Line.Arrival;
import io.github.aspoperator.simulation.play.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who was handed what, in which order, how often (invariants 1 to 4). */
final class DeliveryChecks {

  private final World world;
  private final Actor actor;
  private final List<Line> lines;
  private final String session;
  private final Truth truth;

  private DeliveryChecks(World world, Actor actor, SessionId session) {
    this.world = world;
    this.actor = actor;
    this.lines = world.lines().stream().filter(line -> line.agent() == actor.number()).toList();
    this.session = session.text();
    this.truth = Truth.of(actor.handle(), world.logs().commits(session));
  }

  static void atTheEnd(World world) {
    boolean calm = isCalm(world);
    for (Actor actor : world.actors()) {
      if (calm) {
        nothingClosed(world, actor);
      }
      for (SessionId session : world.logs().sessions()) {
        DeliveryChecks checks = new DeliveryChecks(world, actor, session);
        checks.all();
        if (calm) {
          checks.nothingTwice();
        }
      }
    }
  }

  /** Without a fault, only a token that is dead makes the operator close a connection. */
  private static void nothingClosed(World world, Actor actor) {
    for (Line line : world.lines()) {
      boolean good =
          !actor.isUnsure() && !actor.isRemoved() && actor.token().secret().equals(line.token());
      if (line.agent() == actor.number() && line.isClosedByOperator() && good) {
        world.troubles().found("invariant 1: " + line + " is closed for no reason");
      }
    }
  }

  private static boolean isCalm(World world) {
    for (Fault fault : Fault.values()) {
      if (world.faults().struck(fault) > 0) {
        return false;
      }
    }
    return true;
  }

  private void all() {
    List<Arrival> arrivals =
        lines.stream()
            .flatMap(this::here)
            .sorted(Comparator.comparingLong(Arrival::order))
            .toList();
    for (Arrival arrival : arrivals) {
      if (!truth.isVisible(arrival.sequence(), arrival.log())) {
        found("invariant 4: " + arrival.sequence() + " is not for");
      }
    }
    List<Long> handed = firsts(List.of(), arrivals);
    if (!truth.isInOrder(handed)) {
      found("invariant 2: " + handed + " is a loss or swap for");
    }
    lines.forEach(line -> inOrder(line, arrivals));
    complete();
  }

  private java.util.stream.Stream<Arrival> here(Line line) {
    return line.arrivals().stream().filter(arrival -> arrival.session().equals(session));
  }

  private static List<Long> firsts(List<Long> before, List<Arrival> arrivals) {
    List<Long> firsts = new ArrayList<>(before);
    Set<Long> there = new HashSet<>(before);
    for (Arrival arrival : arrivals) {
      if (there.add(arrival.sequence())) {
        firsts.add(arrival.sequence());
      }
    }
    return firsts;
  }

  /** One that is owed a stretch is told everything anew; another one goes on where others ended. */
  private void inOrder(Line line, List<Arrival> arrivals) {
    List<Arrival> own = here(line).toList();
    if (own.isEmpty()) {
      return;
    }
    long first = own.getFirst().order();
    List<Long> before =
        line.isOwed()
            ? List.of()
            : firsts(List.of(), arrivals.stream().filter(a -> a.order() < first).toList());
    List<Long> whole = firsts(before, own);
    if (!truth.isInOrder(whole)) {
      found(
          "invariant 2: "
              + line
              + " has got "
              + own.stream().map(Arrival::sequence).toList()
              + " behind "
              + before
              + ", a loss or swap for");
    }
  }

  /** Who is connected has everything. */
  private void complete() {
    boolean here = lines.stream().anyMatch(line -> line.state() == Line.State.OPEN);
    if (!here) {
      return;
    }
    Set<Long> got = new HashSet<>();
    lines.stream().flatMap(this::here).filter(Arrival::got).forEach(a -> got.add(a.sequence()));
    List<Long> missing =
        truth.visible(truth.length()).stream().filter(e -> !got.contains(e)).toList();
    if (!missing.isEmpty()) {
      found("invariant 1: " + missing + " never came to");
    }
  }

  /** Without a fault; but a stretch may meet what comes live (invariant 3). */
  private void nothingTwice() {
    for (Line line : lines) {
      if (line.isOwed()) {
        continue;
      }
      Set<Long> own = new HashSet<>();
      here(line).forEach(arrival -> own.add(arrival.sequence()));
      if (own.size() < here(line).count()) {
        found("invariant 3: " + line + " is told twice, of");
      }
      boolean again =
          lines.stream()
              .filter(other -> !other.isOwed())
              .flatMap(this::here)
              .anyMatch(a -> a.order() <= line.began() && own.contains(a.sequence()));
      if (again) {
        found("invariant 3: " + line + " is told again, of");
      }
    }
  }

  private void found(String what) {
    world.troubles().found(what + " " + actor + " in " + session);
  }
}
