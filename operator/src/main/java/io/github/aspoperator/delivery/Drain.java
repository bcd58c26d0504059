package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Hands over what a session's log holds after its head, to everyone eligible, and moves the head:
 * step by step as {@code docs/architecture.md} numbers them. Every step closes a hole that an
 * interleaving of two drains, a replay, a connect or a crash would open; none may be left out or
 * reordered. No recipient ever blocks a session.
 */
public sealed interface Drain extends Step<DeliveryPorts> {

  /** The first step. */
  static Drain on(Bell bell) {
    return new ReadHead(bell, Progress.NONE);
  }

  /** 1: the head, strongly. */
  record ReadHead(Bell bell, Progress remembered) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      Head head = ports.heads().read(bell.session());
      Progress counting = remembered.from(head);
      return Optional.of(
          head.sequence() < 0
              ? new ReadCommits(bell, counting, head, Optional.empty())
              : new ReadRoster(bell, counting, head));
    }
  }

  /** The roster as of that head; when it is gone the head has moved on, and is read again. */
  record ReadRoster(Bell bell, Progress remembered, Head head) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      Optional<Roster> roster = ports.heads().roster(bell.session(), head.rosterThrough());
      return Optional.of(
          roster.isEmpty()
              ? new ReadHead(bell, remembered)
              : new ReadCommits(bell, remembered, head, roster));
    }
  }

  /**
   * 2: what comes after the head: from the bell if it names just that, else from the log, strongly.
   */
  record ReadCommits(Bell bell, Progress remembered, Head head, Optional<Roster> roster)
      implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      List<Commit> rung = bell.following(head.sequence());
      List<Commit> commits =
          rung.isEmpty()
              ? ports.log().read(bell.session(), head.sequence(), ports.limits().pageBytes())
              : rung;
      if (commits.isEmpty()) {
        return bell.isStaleAt(head.sequence()) && roster.isPresent()
            ? Optional.of(
                new LookAgain(
                    ChoreList.everyLaggard(roster.get(), head.lagging()), Optional.empty()))
            : Optional.empty();
      }
      Pass pass = Pass.over(bell, head, roster, commits);
      OptionalLong needed = Agendas.historyNeeded(pass, remembered, ports.limits().inlineRun());
      return Optional.of(
          needed.isPresent()
              ? new ReadHistory(pass, remembered, needed.getAsLong(), List.of())
              : planned(pass, remembered, List.of(), ports));
    }
  }

  /** What short runs of joiners need from before the head. */
  record ReadHistory(Pass pass, Progress remembered, long after, List<SessionEvent> read)
      implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      long head = pass.head().sequence();
      List<SessionEvent> all = new java.util.ArrayList<>(read);
      List<Commit> page = ports.log().read(pass.session(), after, ports.limits().pageBytes());
      for (Commit commit : page) {
        for (SessionEvent event : commit.events()) {
          if (event.sequence() > after && event.sequence() <= head) {
            all.add(event);
          }
        }
      }
      long last = page.isEmpty() ? head : page.getLast().last();
      return Optional.of(
          last < head
              ? new ReadHistory(pass, remembered, last, List.copyOf(all))
              : planned(pass, remembered, List.copyOf(all), ports));
    }
  }

  private static Drain planned(
      Pass pass, Progress remembered, List<SessionEvent> history, DeliveryPorts ports) {
    Progress plan = Agendas.plan(pass, remembered, history, ports.limits().inlineRun());
    return new Enter(pass, plan, ChoreList.beforePresence(pass));
  }

  /**
   * Entries of the index come before the presence is read: so a stretch that finds none begins
   * before, and its connection is found here, not ready.
   */
  record Enter(Pass pass, Progress progress, List<Chore> rest) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      return Optional.of(
          rest.isEmpty()
              ? new ReadPresence(
                  pass, progress, progress.agendas().keySet().stream().sorted().toList())
              : new Enter(pass, progress, Chore.runFirst(rest, ports)));
    }
  }

  /**
   * The presence of each recipient, strongly, once in this pass, and after the commits were read.
   */
  record ReadPresence(Pass pass, Progress progress, List<Integer> rest) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      if (rest.isEmpty()) {
        return Optional.of(new Post(pass, progress));
      }
      int some = Math.min(rest.size(), ports.limits().presences());
      List<Integer> members = rest.subList(0, some);
      Map<Handle, Presence> presences =
          ports.presences().readAll(members.stream().map(pass::handle).toList());
      Progress next = progress;
      for (int member : members) {
        next = next.seen(member, presences.getOrDefault(pass.handle(member), Presence.NEVER));
      }
      return Optional.of(new ReadPresence(pass, next, rest.subList(some, rest.size())));
    }
  }

  /**
   * 3: the next event in order, to every agent for whom it is next. A stretch tells by when it was
   * written what was handed over here; so what is late is left to the replays, and what became late
   * while it was posted is noted with a laggard, since both say when it was handed over.
   */
  record Post(Pass pass, Progress progress) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      if (pass.isLate(ports.clock().now(), ports.limits())) {
        Progress late = progress.late();
        return Optional.of(new Settle(pass, late, ChoreList.beforeHead(pass, late)));
      }
      Optional<Round> round = Round.next(progress);
      return Optional.of(
          round.isPresent()
              ? new Post(pass, round.get().post(pass, progress, ports))
              : new Settle(pass, progress, ChoreList.beforeHead(pass, progress)));
    }
  }

  /** 4: what must be written before the head moves, one after the other. */
  record Settle(Pass pass, Progress progress, List<Chore> rest) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      return Optional.of(
          rest.isEmpty()
              ? new MoveHead(pass, progress)
              : new Settle(pass, progress, Chore.runFirst(rest, ports)));
    }
  }

  /**
   * 5: the head, if nothing touched it meanwhile; else everything again, but for what was handed
   * over.
   */
  record MoveHead(Pass pass, Progress progress) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      Head head = pass.head();
      MemberBits lagging = head.lagging();
      for (int member : progress.owed().keySet()) {
        lagging = lagging.with(member);
      }
      Head next =
          new Head(
              pass.end().sequence(),
              pass.end().at(),
              head.version() + 1,
              lagging,
              pass.end().roster().through());
      Optional<Roster> roster =
          pass.changesRoster() ? Optional.of(pass.end().roster()) : Optional.empty();
      if (!ports.heads().replace(pass.session(), head.version(), next, roster)) {
        return Optional.of(new ReadHead(pass.bellAgain(), progress.remembered()));
      }
      return Optional.of(
          new LookAgain(ChoreList.afterHead(pass, progress, lagging), pass.unreached()));
    }
  }

  /** 6: the second look; then what the bell spoke of and this pass did not reach. */
  record LookAgain(List<Chore> rest, Optional<Bell> more) implements Drain {
    @Override
    public Optional<Drain> run(DeliveryPorts ports) {
      return rest.isEmpty()
          ? more.map(bell -> new ReadHead(bell, Progress.NONE))
          : Optional.of(new LookAgain(Chore.runFirst(rest, ports), more));
    }
  }
}
