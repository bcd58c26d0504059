package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.trust.Block;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Brings a block, or a removal, into the sessions it concerns (protocol sections 2 and 7). */
final class Enforcement {

  /** Sessions of one slice. */
  private static final int SLICE = 100;

  private final Ports ports;
  private final Writes writes;

  Enforcement(Ports ports) {
    this.ports = ports;
    this.writes = new Writes(ports);
  }

  /** A slice of the sessions of a block that was just written. */
  void block(Block block, Optional<SessionId> before) {
    slice(
        block.blocker(),
        before,
        session -> forceLeave(session, block),
        last -> new Job.EnforceBlock(block.blocker(), block.blocked(), Optional.of(last)));
  }

  /** The same for a job, which may come late: a block that was lifted meanwhile is left alone. */
  void blockIfStanding(Block block, Optional<SessionId> before) {
    List<Handle> both = List.of(block.blocker(), block.blocked());
    if (ports.blocks().among(both).contains(block)) {
      block(block, before);
    }
  }

  /** The blocked one leaves {@code session}, if both take part. */
  void forceLeave(SessionId session, Block block) {
    execute(new Command.ForceLeave(session, block.blocker(), block.blocked()));
  }

  /** A slice of the sessions of an agent, if it was removed. */
  void withdrawAll(Handle agent, Optional<SessionId> before) {
    if (!ports.agents().removed(List.of(agent)).isEmpty()) {
      slice(
          agent,
          before,
          session -> withdraw(session, agent),
          last -> new Job.WithdrawAll(agent, Optional.of(last)));
    }
  }

  /** {@code agent} leaves {@code session}, if it takes part. */
  void withdraw(SessionId session, Handle agent) {
    execute(new Command.Withdraw(session, agent));
  }

  /**
   * The rest goes on as another job, left before this slice's work, so that a crash forgets none.
   */
  private void slice(
      Handle agent,
      Optional<SessionId> before,
      Consumer<SessionId> each,
      Function<SessionId, Job> rest) {
    List<SessionId> sessions = ports.index().page(agent, before, SLICE, true);
    if (sessions.size() == SLICE) {
      ports.jobs().enqueue(rest.apply(sessions.getLast()));
    }
    sessions.forEach(each);
  }

  private void execute(Command.Existing command) {
    try {
      writes.execute(command, Optional.empty(), Optional.empty());
    } catch (Refused refused) {
      if (refused.refusal() instanceof Refusal.Unavailable) {
        throw refused;
      }
    }
  }
}
