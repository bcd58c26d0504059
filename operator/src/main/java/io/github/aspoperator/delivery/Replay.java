package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Missed;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands an agent what it is owed: one at a time per agent. Step by step as {@code
 * docs/architecture.md} numbers them; none may be left out or reordered.
 */
public sealed interface Replay extends Step<DeliveryPorts> {

  /** How many laggards are read at once. */
  int PAGE = 64;

  /** How soon a replay that had to wait is tried again, in milliseconds. */
  long RETRY_MILLIS = 1_000;

  /** The first step. */
  static Replay of(Handle agent) {
    return new Begin(agent);
  }

  /** 1: connections owed a stretch come first. */
  record Begin(Handle agent) implements Replay {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      Presence presence = ports.presences().read(agent);
      if (!presence.isOnline()) {
        return Optional.empty();
      }
      Optional<Connection> unready =
          presence.connections().stream().filter(c -> !c.ready()).findFirst();
      if (unready.isEmpty()) {
        return Optional.of(new ReadLags(agent, Optional.empty(), ports.limits().slices()));
      }
      long owed = presence.owedSince(unready.get(), ports.limits().stretchMillis());
      return Optional.of(new Stretch.ReadSessions(agent, unready.get(), owed));
    }
  }

  /** 2: what is owed, strongly. */
  record ReadLags(Handle agent, Optional<SessionId> after, int slices) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      List<Lag> page = ports.lags().open(agent, after, PAGE);
      return page.isEmpty()
          ? Optional.empty()
          : Optional.of(new ReadHead(page.getFirst(), new Walk.Queue(page, slices)));
    }
  }

  /**
   * 3: the head of its session, strongly; who is not lagging there is finished. But while the head
   * still is the one from which the drain that created the item started, that drain may be about to
   * move it, and looks again afterwards.
   */
  record ReadHead(Lag lag, Walk.Queue queue) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      Head head = ports.heads().read(lag.session());
      if (head.lagging().has(lag.member())) {
        return Optional.of(new ReadLag(lag, queue, head));
      }
      return Optional.of(
          head.version() > lag.headVersion() ? new Finish(lag, queue) : afterFirst(lag, queue));
    }
  }

  /**
   * The item again: what was read before the head may be left over from a pass that lost its head.
   * The one that belongs to the head was put before it.
   */
  record ReadLag(Lag known, Walk.Queue queue, Head head) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      Optional<Lag> now = ports.lags().find(known.agent(), known.session());
      return Optional.of(new ReadRoster(now.filter(Lag::isOpen).orElse(known), queue, head));
    }
  }

  /** Goes on behind the first of the queue, which is {@code lag}. */
  private static Replay afterFirst(Lag lag, Walk.Queue queue) {
    List<Lag> rest = queue.rest().subList(1, queue.rest().size());
    return rest.isEmpty()
        ? new ReadLags(lag.agent(), Optional.of(lag.session()), queue.slices())
        : new ReadHead(rest.getFirst(), new Walk.Queue(rest, queue.slices()));
  }

  /** The roster as of that head; when it is gone the head has moved on, and is read again. */
  record ReadRoster(Lag lag, Walk.Queue queue, Head head) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      Optional<Roster> roster = ports.heads().roster(lag.session(), head.rosterThrough());
      return Optional.of(
          roster.isEmpty()
              ? new ReadHead(lag, queue)
              : new ReadPresence(lag, queue, head, Walk.stints(roster.get(), lag)));
    }
  }

  /** The connections of this slice; without a ready one the next connect goes on. */
  record ReadPresence(Lag lag, Walk.Queue queue, Head head, Stints stints) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      List<Connection> ready =
          ports.presences().read(lag.agent()).connections().stream()
              .filter(Connection::ready)
              .toList();
      return ready.isEmpty()
          ? Optional.empty()
          : Optional.of(new FindStints(new Walk(queue, lag, head, stints, ready, lag.mark(), 0)));
    }
  }

  /** Follows the chain of stints back to the mark, through the log. */
  record FindStints(Walk walk) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      Optional<Stints> more = Chain.back(walk.stints(), walk.lag(), ports.log());
      return Optional.of(
          more.isPresent()
              ? new FindStints(
                  new Walk(
                      walk.round(),
                      walk.lag(),
                      walk.head(),
                      more.get(),
                      walk.to(),
                      walk.mark(),
                      walk.handed()))
              : onward(walk));
    }
  }

  /** The next page of the leg, or the end of the session. */
  private static Replay onward(Walk walk) {
    return walk.leg()
        .<Replay>map(leg -> new ReadPage(walk, leg))
        .orElseGet(() -> new Move(walk, After.CATCH_UP));
  }

  /** Reads on in the log. */
  record ReadPage(Walk walk, Leg leg) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      List<SessionEvent> events = new ArrayList<>();
      List<Commit> page =
          ports.log().read(walk.lag().session(), leg.after(), ports.limits().pageBytes());
      page.forEach(commit -> events.addAll(commit.events()));
      if (page.isEmpty()) {
        throw new IllegalStateException("the log ends before its head");
      }
      long last = Math.min(page.getLast().last(), leg.last());
      return Optional.of(new Send(walk, leg, Walk.included(leg, events), 0, last));
    }
  }

  /**
   * 4: sends one event to all connections; all failed: the mark is noted and the next connect goes
   * on.
   */
  record Send(Walk walk, Leg leg, List<SessionEvent> events, int from, long last)
      implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      if (from == events.size()) {
        return Optional.of(onward(walk.past(leg, last, false)));
      }
      if (walk.handed() >= ports.limits().slice()) {
        return Optional.of(new Move(walk, After.GO_ON));
      }
      SessionEvent event = events.get(from);
      List<ConnectionId> to = walk.to().stream().map(Connection::id).toList();
      long posted = ports.clock().now();
      List<Pusher.Outcome> outcomes = ports.pusher().push(event, to, Pusher.Pace.REPLAY);
      long young = ports.clock().now() - ports.limits().youngMillis();
      Handover handover = Handover.of(walk.to(), outcomes, young);
      Handle agent = walk.lag().agent();
      List<Chore> chores = new ArrayList<>();
      handover.failed().forEach(failed -> chores.addAll(Chore.drop(agent, failed)));
      if (!handover.sent()) {
        After after = handover.notYet().isEmpty() ? After.STOP : After.COME_BACK;
        return Optional.of(new Mend(chores, new Move(walk, after)));
      }
      for (ConnectionId early : handover.notYet()) {
        chores.add(new Chore.ReadUnready(agent, new Missed(early, posted, handover.took())));
      }
      Walk next =
          walk.past(leg, event.sequence(), true)
              .without(handover.failed())
              .without(handover.notYet());
      Replay send = new Send(next, leg, events, from + 1, last);
      return Optional.of(chores.isEmpty() ? send : new Mend(chores, send));
    }
  }

  /** What failed connections ask for. */
  record Mend(List<Chore> chores, Replay then) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      return Optional.of(chores.isEmpty() ? then : new Mend(Chore.runFirst(chores, ports), then));
    }
  }

  /** What follows once the mark is noted. */
  enum After {
    CATCH_UP,
    GO_ON,
    STOP,
    COME_BACK
  }

  /** 5: notes the mark, if the generation is the one that was read. */
  record Move(Walk walk, After after) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      Lag lag = walk.lag();
      long now = ports.clock().now();
      Lag moved = lag.moved(walk.mark(), now, ports.limits().lagMillis());
      boolean noted = ports.lags().move(moved);
      Walk.Queue queue = new Walk.Queue(walk.round().rest(), walk.round().slices() - 1);
      return noted ? then(moved, queue, after) : Optional.of(new ReadLater(moved, queue, after));
    }
  }

  private static Optional<Replay> then(Lag moved, Walk.Queue queue, After after) {
    return switch (after) {
      case CATCH_UP -> Optional.of(new CatchUp(moved, queue));
      case GO_ON ->
          Optional.of(queue.slices() > 0 ? new ReadHead(moved, queue) : new Yield(moved.agent()));
      case STOP -> Optional.empty();
      case COME_BACK -> Optional.of(new ComeBack(moved.agent()));
    };
  }

  /**
   * The mark could not be noted: a later item of another drain knows nothing of what was handed
   * over here, so it is handed over under that one.
   */
  record ReadLater(Lag unnoted, Walk.Queue queue, After after) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      Optional<Lag> later =
          ports
              .lags()
              .find(unnoted.agent(), unnoted.session())
              .filter(Lag::isOpen)
              .filter(there -> !there.generation().equals(unnoted.generation()));
      return later.isPresent()
          ? Optional.of(new ReadHead(later.get(), queue))
          : then(unnoted, queue, after);
    }
  }

  /** 6: off the head's laggards if the head is where the mark is; else there is more to send. */
  record CatchUp(Lag lag, Walk.Queue queue) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      boolean off = ports.heads().caughtUp(lag.session(), lag.member(), lag.mark().through());
      return Optional.of(off ? new Finish(lag, queue) : new ReadHead(lag, queue));
    }
  }

  /** 7: finished, if the generation is the one that was read. */
  record Finish(Lag lag, Walk.Queue queue) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      ports.lags().finish(lag.agent(), lag.session(), lag.generation(), ports.clock().now());
      return Optional.of(queue.slices() <= 0 ? new Yield(lag.agent()) : afterFirst(lag, queue));
    }
  }

  /** Lets other work of the same agent in, and goes on behind it. */
  record Yield(Handle agent) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      ports.jobs().enqueue(new Job.Replay(agent));
      return Optional.empty();
    }
  }

  /** Something is not yet so far: again in a second. */
  record ComeBack(Handle agent) implements Replay {
    @Override
    public Optional<Replay> run(DeliveryPorts ports) {
      ports.jobs().enqueueAt(new Job.Replay(agent), ports.clock().now() + RETRY_MILLIS);
      return Optional.empty();
    }
  }
}
