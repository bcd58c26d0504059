package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.play.Actor;
import io.github.aspoperator.simulation.play.Line;
import io.github.aspoperator.simulation.play.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far back a connection is told again that follows one which may have died (protocol section
 * 5): by when things were written, and by when they were handed out. Nothing is handed out live
 * later than half a stretch after it was written, and what is handed out later than that is
 * remembered by its moment; so whatever was handed out within half a stretch comes again.
 */
final class StretchChecks {

  /** By so much may the clocks of processes differ, in milliseconds, and more. */
  private static final long DOUBT = 1_000;

  private final World world;

  StretchChecks(World world) {
    this.world = world;
  }

  /**
   * Whether it may be that {@code event}, which only dead connections got, comes to nobody: those
   * that followed came too late.
   */
  boolean mayBeLost(Handle agent, SessionEvent event) {
    List<Line> lines = world.hearings(agent);
    List<Arrival> arrivals = arrivals(lines, event.session().text(), event.sequence());
    if (arrivals.isEmpty()) {
      return false;
    }
    Optional<Arrival> swallowed = Optional.of(arrivals.getFirst());
    while (swallowed.isPresent()) {
      Arrival last = swallowed.get();
      Optional<Line> following =
          lines.stream()
              .filter(line -> line.recordedOrder() >= last.order())
              .filter(line -> isRecent(event, last, line))
              .findFirst();
      if (following.isEmpty()) {
        return true;
      }
      swallowed =
          arrivals.stream().filter(a -> a.order() > following.get().recordedOrder()).findFirst();
    }
    return false;
  }

  private boolean isRecent(SessionEvent event, Arrival handed, Line line) {
    long stretch = world.stretchMillis();
    return line.recordedAt() != Long.MAX_VALUE
        && (event.createdAt() >= line.recordedAt() - stretch + DOUBT
            || handed.at() >= line.recordedAt() - stretch / 2 + DOUBT);
  }

  private static List<Arrival> arrivals(List<Line> lines, String session, long sequence) {
    return lines.stream()
        .flatMap(line -> line.arrivals(session).stream())
        .filter(arrival -> arrival.sequence() == sequence)
        .sorted(Comparator.comparingLong(Arrival::order))
        .toList();
  }

  /** Every connection that is open got all that was handed out since it came, and its stretch. */
  void whoIsThereHasAll() {
    for (SessionId session : world.sessions()) {
      List<Commit> commits = world.commits(session);
      for (Actor actor : world.actors()) {
        List<Line> lines = world.hearings(actor.handle());
        if (lines.stream().anyMatch(Line::isOpen)) {
          hasAll(session, commits, actor.handle(), lines);
        }
      }
    }
  }

  private void hasAll(SessionId session, List<Commit> commits, Handle agent, List<Line> lines) {
    Truth truth = Truth.of(agent, commits);
    Set<Long> visible = new HashSet<>(truth.visible(truth.length()));
    for (Line line : lines) {
      if (!line.isOpen()) {
        continue;
      }
      Set<Long> own = new HashSet<>();
      line.arrivals(session.text()).forEach(arrival -> own.add(arrival.sequence()));
      List<Long> missing = new ArrayList<>();
      for (Commit commit : commits) {
        for (SessionEvent event : commit.events()) {
          if (visible.contains(event.sequence())
              && !own.contains(event.sequence())
              && isForIt(event, line, lines)) {
            missing.add(event.sequence());
          }
        }
      }
      if (!missing.isEmpty()) {
        world.found(
            "invariant 3: %s never came over %s, of %s in %s"
                .formatted(Told.shortly(missing), line, agent.text(), session.text()));
      }
    }
  }

  private boolean isForIt(SessionEvent event, Line line, List<Line> lines) {
    List<Arrival> arrivals = arrivals(lines, event.session().text(), event.sequence());
    if (arrivals.isEmpty()) {
      return false;
    }
    Arrival first = arrivals.getFirst();
    return first.order() > line.recordedOrder() || (line.isOwed() && isRecent(event, first, line));
  }
}
