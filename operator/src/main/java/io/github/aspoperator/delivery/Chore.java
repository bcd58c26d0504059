package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Missed;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.trust.Block;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One port call that a drain owes besides posting. "The second writer looks again": whoever reads
 * here reads what another writer may have written just before this one wrote its own.
 */
sealed interface Chore {

  /** Makes the call; what it found to do. */
  List<Chore> run(DeliveryPorts ports);

  /** Runs the first of {@code chores}; what is left to do. */
  static List<Chore> runFirst(List<Chore> chores, DeliveryPorts ports) {
    List<Chore> next = new ArrayList<>(chores.getFirst().run(ports));
    next.addAll(chores.subList(1, chores.size()));
    return next;
  }

  /**
   * A failed connection is closed at once, so that it cannot take a later event without this one,
   * and dropped.
   */
  static List<Chore> drop(Handle agent, ConnectionId connection) {
    return List.of(new Close(connection), new Enqueue(new Job.Drop(agent, connection)));
  }

  /** Idempotency keys, before the head: whoever reads a head finds every key up to it. */
  record RememberKeys(List<Commit> commits) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      ports.idempotency().remember(commits);
      return List.of();
    }
  }

  /** The agent's entry for this session. */
  record Index(SessionIndex.Entry entry) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      ports.index().put(entry);
      return List.of();
    }
  }

  /**
   * A block written while somebody came in may have missed the entry of the index: look, now that
   * it is there.
   */
  record LookAtBlocks(SessionId session, Collection<Handle> active) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      Set<Block> blocks = ports.blocks().among(active);
      return blocks.stream()
          .<Chore>map(
              block -> new Enqueue(new Job.ForceLeave(session, block.blocker(), block.blocked())))
          .toList();
    }
  }

  /** Likewise for an agent that was removed while it was invited. */
  record LookAtRemoved(SessionId session, Collection<Handle> active) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      return ports.agents().removed(active).stream()
          .<Chore>map(agent -> new Enqueue(new Job.Withdraw(session, agent)))
          .toList();
    }
  }

  /**
   * Likewise for presence: a drop after the epoch was read may have missed the entry of the index.
   */
  record LookAtEpoch(SessionId session, Handle agent, long epoch) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      return ports.presences().read(agent).epoch() > epoch
          ? List.of(new Enqueue(new Job.AttendOne(agent, session)))
          : List.of();
    }
  }

  /** Closes a connection. */
  record Close(ConnectionId connection) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      ports.pusher().close(connection, Pusher.CloseReason.TOO_SLOW);
      return List.of();
    }
  }

  /** Leaves work for later. */
  record Enqueue(Job job) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      ports.jobs().enqueue(job);
      return List.of();
    }
  }

  /**
   * A connection that was not open yet missed what others of its agent took: it is owed a stretch.
   */
  record ReadUnready(Handle agent, Missed missed) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      Presence presence = ports.presences().read(agent);
      Presence next = presence.missed(missed);
      return next.equals(presence)
          ? List.of()
          : List.of(new WriteUnready(agent, missed, presence.version(), next));
    }
  }

  /** The write of {@link ReadUnready}, and the replay that pays. */
  record WriteUnready(Handle agent, Missed missed, long read, Presence next) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      return ports.presences().replace(agent, read, next)
          ? List.of(new Enqueue(new Job.Replay(agent)))
          : List.of(new ReadUnready(agent, missed));
    }
  }

  /** A new laggard's item, with a generation of its own. */
  record PutLag(Pass pass, int member, Mark mark) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      Lag lag =
          Lag.create(
              pass.handle(member),
              pass.session(),
              member,
              mark,
              ports.ids().next(),
              pass.head().version(),
              handouts(ports));
      return ports
          .lags()
          .create(lag)
          .filter(lag::supersedes)
          .<List<Chore>>map(there -> List.of(new ReplaceLag(this, there, lag)))
          .orElseGet(List::of);
    }

    /**
     * What the drain itself has handed over of a run may be older than any stretch; and all of it,
     * once it is late.
     */
    private Handouts handouts(DeliveryPorts ports) {
      long now = ports.clock().now();
      Mark start = pass.isLate(now, ports.limits()) ? pass.start() : Mark.at(mark.through());
      return mark.equals(start)
          ? Handouts.NONE
          : new Handouts(List.of(new Handouts.Handout(start, now)));
    }
  }

  /** In the place of one from before; that one again where it has been moved meanwhile. */
  record ReplaceLag(PutLag put, Lag there, Lag lag) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      Lag next = lag.behind(there, ports.limits().lagMillis());
      return ports.lags().replace(there, next) ? List.of() : List.of(put);
    }
  }

  /**
   * A connection that came while the laggard was made may have found nothing to replay: look again.
   */
  record LookAtLaggard(Handle agent) implements Chore {
    @Override
    public List<Chore> run(DeliveryPorts ports) {
      return ports.presences().read(agent).isOnline()
          ? List.of(new Enqueue(new Job.Replay(agent)))
          : List.of();
    }
  }
}
