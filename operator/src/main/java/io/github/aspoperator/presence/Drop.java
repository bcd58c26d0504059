package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Removes a connection; every removal takes this path. For the last one: the timers first, carrying
 * the drop's id, then the write that makes them count. A write that is lost makes both do nothing;
 * a write that came so late that they may have run before it sends them again.
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
            : timersAgain(presence, ports);
      }
      long now = ports.clock().now();
      DropId attempt = new DropId(ports.ids().next());
      Timers timers = new Timers(gone.agent(), attempt, gone.at().orElse(now), now);
      Write write = new Write(gone, presence, timers);
      return Optional.of(
          presence.isLast(gone.connection())
              ? new SendGraceTimer(timers, Optional.of(write))
              : write);
    }

    /**
     * Whoever took it out may have died before it sent those timers again that had run too early;
     * sent once too often, they find done what they would do.
     */
    private Optional<Drop> timersAgain(Presence presence, PresencePorts ports) {
      long now = ports.clock().now();
      return presence
          .drop()
          .map(drop -> new Timers(gone.agent(), drop, gone.at().orElse(now), now))
          .map(timers -> new SendGraceTimer(timers, Optional.empty()));
    }
  }

  /**
   * The two timers of a drop.
   *
   * @param at when the agent dropped, which the windows are counted from, epoch milliseconds
   * @param sentAt when they began to be sent, epoch milliseconds
   */
  record Timers(Handle agent, DropId drop, long at, long sentAt) {

    /** Never before their sender must have written or died. */
    private long due(long window, PresencePorts ports) {
      return Math.max(at + window, sentAt + ports.windows().senderMillis());
    }

    private long awayDue(PresencePorts ports) {
      return due(ports.windows().awayMillis(), ports);
    }

    private OptionalLong graceDue(PresencePorts ports) {
      OptionalLong window = ports.windows().graceMillis();
      if (window.isEmpty()) {
        return window;
      }
      long due = due(window.getAsLong(), ports);
      // when both are overdue an absence is still published before it ends in leaving
      boolean afterAway = window.getAsLong() > ports.windows().awayMillis();
      return OptionalLong.of(afterAway ? Math.max(due, awayDue(ports) + 1) : due);
    }

    private boolean mayHaveRun(PresencePorts ports) {
      long now = ports.clock().now();
      return now >= awayDue(ports) || now >= graceDue(ports).orElse(Long.MAX_VALUE);
    }
  }

  /** The grace timer, unless grace is off. */
  record SendGraceTimer(Timers timers, Optional<Write> then) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      OptionalLong due = timers.graceDue(ports);
      if (due.isPresent()) {
        ports.jobs().enqueueAt(new Job.GraceOver(timers.agent(), timers.drop()), due.getAsLong());
      }
      return Optional.of(new SendAwayJob(timers, then));
    }
  }

  /** The job that publishes the absence. */
  record SendAwayJob(Timers timers, Optional<Write> then) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      Job job = new Job.Attend(timers.agent(), Optional.of(timers.drop()), Optional.empty());
      ports.jobs().enqueueAt(job, timers.awayDue(ports));
      return then.map(write -> write);
    }
  }

  /** The connection out; a lost write reads again. */
  record Write(Departing gone, Presence read, Timers timers) implements Drop {
    @Override
    public Optional<Drop> run(PresencePorts ports) {
      Presence next =
          read.drop(gone.connection(), timers.drop(), gone.clean(), ports.clock().now());
      if (!ports.presences().replace(gone.agent(), read.version(), next)) {
        return Optional.of(new Read(gone));
      }
      if (next.isOnline()) {
        return Optional.of(new EnqueueReplay(gone.agent()));
      }
      return timers.mayHaveRun(ports)
          ? Optional.of(new SendGraceTimer(timers, Optional.empty()))
          : Optional.empty();
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
