package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import java.util.Optional;

/**
 * Removes a connection; every removal takes this path. For the last one: the timers first, carrying
 * the drop's id, then the write that makes them count. A write that is lost makes both do nothing.
 */
public sealed interface Drop extends Step<PresencePorts> {

  @Override
  Optional<Drop> run(PresencePorts ports);

  /**
   * Whose connection is gone.
   *
   * @param agent whose
   * @param connection which
   * @param clean whether the client closed it (1000 or 1001)
   * @param at when it dropped, epoch milliseconds; empty: now
   */
  record Departing(Handle agent, ConnectionId connection, boolean clean, Optional<Long> at) {}

  /** The first step, for a connection that drops now. */
  static Drop of(Handle agent, ConnectionId connection, boolean clean) {
    return new Read(new Departing(agent, connection, clean, Optional.empty()));
  }

  /** The first step, for a connection that dropped at {@code at} without anybody to see it. */
  static Drop since(Handle agent, ConnectionId connection, long at) {
    return new Read(new Departing(agent, connection, false, Optional.of(at)));
  }

  /** The presence item, strongly. */
  record Read(Departing gone) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      Presence presence = ports.presences().read(gone.agent());
      if (presence.find(gone.connection()).isEmpty()) {
        return presence.isOnline()
            ? Optional.of(new EnqueueReplay(gone.agent()))
            : Optional.empty();
      }
      DropId attempt = new DropId(ports.ids().next());
      return Optional.of(
          presence.isLast(gone.connection())
              ? new SendGraceTimer(gone, presence, attempt)
              : new Write(gone, presence, attempt));
    }
  }

  /** The grace timer, unless grace is off. */
  record SendGraceTimer(Departing gone, Presence read, DropId attempt) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      if (ports.windows().graceMillis().isPresent()) {
        long due = due(gone, ports, ports.windows().graceMillis().getAsLong());
        ports.jobs().enqueueAt(new Job.GraceOver(gone.agent(), attempt), due);
      }
      return Optional.of(new SendAwayJob(gone, read, attempt));
    }
  }

  /** The job that publishes the absence. */
  record SendAwayJob(Departing gone, Presence read, DropId attempt) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      long due = due(gone, ports, ports.windows().awayMillis());
      Job job = new Job.Attend(gone.agent(), Optional.of(attempt), Optional.empty());
      ports.jobs().enqueueAt(job, due);
      return Optional.of(new Write(gone, read, attempt));
    }
  }

  /** Counted from the drop, but never before this sender must have written or died. */
  private static long due(Departing gone, PresencePorts ports, long window) {
    long now = ports.clock().now();
    return Math.max(gone.at().orElse(now) + window, now + ports.windows().senderMillis());
  }

  /** The connection out; a lost write reads again. */
  record Write(Departing gone, Presence read, DropId attempt) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      Presence next = read.drop(gone.connection(), attempt, gone.clean());
      if (!ports.presences().replace(gone.agent(), read.version(), next)) {
        return Optional.of(new Read(gone));
      }
      return next.isOnline() ? Optional.of(new EnqueueReplay(gone.agent())) : Optional.empty();
    }
  }

  /** The one that went may have been owed a stretch, and kept the others waiting for it. */
  record EnqueueReplay(Handle agent) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      ports.jobs().enqueue(new Job.Replay(agent));
      return Optional.empty();
    }
  }
}
