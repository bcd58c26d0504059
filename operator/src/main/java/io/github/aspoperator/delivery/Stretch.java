package io.github.aspoperator.delivery;

import io.github.aspoperator.delivery.Reach.Part;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a connection opened beside another, or after an unclean drop, gets first and alone: what was
 * handed out a short while ago, since a connection that died without a close can swallow it
 * (protocol section 5). Step 1 of the replay.
 */
public sealed interface Stretch extends Step<DeliveryPorts> {

  @Override
  Optional<Step<DeliveryPorts>> run(DeliveryPorts ports);

  /**
   * What belongs to the whole stretch.
   *
   * @param agent whose
   * @param to the one connection
   * @param owed since when what may have been swallowed is owed, and a stretch before; epoch
   *     milliseconds
   * @param sessions still to be covered, the present one first
   */
  record Errand(Handle agent, Connection to, long owed, List<SessionId> sessions) {
    SessionId session() {
      return sessions.getFirst();
    }

    Step<DeliveryPorts> start() {
      return sessions.isEmpty() ? new ReadPresence(agent, to, owed) : new ReadHead(this);
    }

    Step<DeliveryPorts> onward() {
      return new Errand(agent, to, owed, sessions.subList(1, sessions.size())).start();
    }
  }

  /** The sessions it covers: the active ones with the newest ids. */
  record ReadSessions(Handle agent, Connection to, long owed) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      int limit = ports.limits().stretchSessions();
      List<SessionId> sessions = ports.index().page(agent, Optional.empty(), limit, true);
      return Optional.of(new ReadPast(agent, to, owed, sessions));
    }
  }

  /**
   * And the newest of all: what was said in one that the agent has left since, or that has ended,
   * may have been swallowed too. Read second, so that one that ends meanwhile is in either.
   */
  record ReadPast(Handle agent, Connection to, long owed, List<SessionId> active)
      implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      int limit = ports.limits().stretchSessions();
      List<SessionId> newest = ports.index().page(agent, Optional.empty(), limit, false);
      List<SessionId> both = Stream.concat(active.stream(), newest.stream()).distinct().toList();
      return Optional.of(new Errand(agent, to, owed, both).start());
    }
  }

  /** Whether it is lagging: then what is beyond its mark comes to every connection later. */
  record ReadHead(Errand errand) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      return Optional.of(new ReadLag(errand, ports.heads().read(errand.session())));
    }
  }

  /**
   * What the agent is, or lately was, owed there. Read after the head: before, it may be left over
   * from a pass that lost its head, while the one that belongs to the head stands further on.
   */
  record ReadLag(Errand errand, Head head) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      Optional<Lag> lag = ports.lags().find(errand.agent(), errand.session());
      return Optional.of(new ReadState(errand, lag, head));
    }
  }

  /**
   * The end of the log, read after the head: what a drain at work hands over now lies before it.
   * But an agent that is just becoming joined there is waited for, unless its drain is stuck: told
   * as joined, and after an interruption as the laggard that this drain may make of it, the
   * connection would get things in two orders.
   */
  record ReadState(Errand errand, Optional<Lag> lag, Head head) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      long now = ports.clock().now();
      long since = errand.owed() - ports.limits().stretchMillis();
      Optional<SessionState> state = ports.log().state(errand.session());
      state.ifPresent(s -> ports.log().confirm(errand.session(), s.sequence()));
      Optional<Reach> reach = state.flatMap(s -> Reach.of(errand.agent(), lag, head, s, since));
      if (reach.isEmpty()) {
        return Optional.of(errand.onward());
      }
      Connection to = errand.to();
      long came = Math.max(to.openedAt(), to.owed().orElse(0));
      boolean waits = came >= now - ports.limits().waitMillis();
      return Optional.of(
          waits && reach.get().isBecomingJoined(head)
              ? new Replay.ComeBack(errand.agent())
              : new FindStart(errand, reach.get(), since));
    }
  }

  /** Where in the log what is recent begins. */
  record FindStart(Errand errand, Reach reach, long since) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      long before = ports.log().lastBefore(errand.session(), since);
      return Optional.of(new FindStints(errand, reach.recentAfter(before)));
    }
  }

  /** Follows the chain of stints back as far as the stretch reaches. */
  record FindStints(Errand errand, Reach reach) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      Optional<Stints> longer =
          Chain.back(reach.stints(), reach.base(), errand.session(), ports.log());
      return Optional.of(
          longer.isPresent()
              ? new FindStints(errand, reach.with(longer.get()))
              : new ReadPage(errand, reach, Part.COURSE, reach.after()));
    }
  }

  /** Reads on in the log. */
  record ReadPage(Errand errand, Reach reach, Part part, long after) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      List<Commit> page =
          after < reach.last(part)
              ? ports.log().read(errand.session(), after, ports.limits().pageBytes())
              : List.of();
      if (page.isEmpty()) {
        return Optional.of(next());
      }
      List<SessionEvent> events =
          page.stream()
              .flatMap(commit -> commit.events().stream())
              .filter(event -> event.sequence() > after && reach.includes(part, event))
              .toList();
      return Optional.of(new Send(errand, reach, part, events, page.getLast().last()));
    }

    private Step<DeliveryPorts> next() {
      OptionalLong run = part == Part.COURSE ? reach.afterForRun() : OptionalLong.empty();
      return run.isPresent()
          ? new ReadPage(errand, reach, Part.RUN, run.getAsLong())
          : errand.onward();
    }
  }

  /** Sends one event to the one connection. */
  record Send(Errand errand, Reach reach, Part part, List<SessionEvent> events, long last)
      implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      if (events.isEmpty()) {
        return Optional.of(new ReadPage(errand, reach, part, last));
      }
      List<Pusher.Outcome> outcomes =
          ports.pusher().push(events.getFirst(), List.of(errand.to().id()), Pusher.Pace.REPLAY);
      long young = ports.clock().now() - ports.limits().youngMillis();
      Handover handover = Handover.of(List.of(errand.to()), outcomes, young);
      if (handover.sent()) {
        return Optional.of(new Send(errand, reach, part, events.subList(1, events.size()), last));
      }
      return Optional.of(
          handover.failed().isEmpty()
              ? new Replay.ComeBack(errand.agent())
              : new Dismiss(Chore.drop(errand.agent(), errand.to().id())));
    }
  }

  /** Drops the connection that took nothing; whoever comes next goes on. */
  record Dismiss(List<Chore> chores) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      return chores.isEmpty()
          ? Optional.empty()
          : Optional.of(new Dismiss(Chore.runFirst(chores, ports)));
    }
  }

  /**
   * The stretch is paid: from now on the connection gets what all get. Unless it is owed more by
   * now, since another has gone untold.
   */
  record ReadPresence(Handle agent, Connection to, long owed) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      Presence presence = ports.presences().read(agent);
      return Optional.of(
          presence.find(to.id()).filter(to::equals).isPresent()
              ? new SetReady(agent, to, owed, presence)
              : new Replay.Begin(agent));
    }
  }

  /** The write of {@link ReadPresence}; then the replay begins anew. */
  record SetReady(Handle agent, Connection to, long owed, Presence read) implements Stretch {
    @Override
    public Optional<Step<DeliveryPorts>> run(DeliveryPorts ports) {
      long stretch = ports.limits().stretchMillis();
      Presence next = read.told(to.id(), owed, ports.clock().now(), stretch);
      return Optional.of(
          ports.presences().replace(agent, read.version(), next)
              ? new Replay.Begin(agent)
              : new ReadPresence(agent, to, owed));
    }
  }
}
