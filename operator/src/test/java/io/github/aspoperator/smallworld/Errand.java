package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.operator.JobRunner;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Command;

/** A call of an agent or an owner, or a job, that is no chain of steps. */
sealed interface Errand {

  void run(Ports ports);

  /** Joins. */
  record Join(Command.Join join) implements Errand {
    @Override
    public void run(Ports ports) {
      new SessionCalls(ports).join(join);
    }
  }

  /** Invites. */
  record Invite(Command.Invite invite) implements Errand {
    @Override
    public void run(Ports ports) {
      new SessionCalls(ports).invite(invite);
    }
  }

  /** Blocks. */
  record Block(Handle blocker, Handle blocked) implements Errand {
    @Override
    public void run(Ports ports) {
      new OwnerCalls(ports).block(new Principal.OfOperator(), blocker, blocked);
    }
  }

  /** Replaces a token. */
  record ReplaceToken(Handle agent) implements Errand {
    @Override
    public void run(Ports ports) {
      new OwnerCalls(ports).rotateToken(new Principal.OfOperator(), agent);
    }
  }

  /** Removes an agent. */
  record Remove(Handle agent) implements Errand {
    @Override
    public void run(Ports ports) {
      new OwnerCalls(ports).remove(new Principal.OfOperator(), agent);
    }
  }

  /** Does a job. */
  record Perform(Job job) implements Errand {
    @Override
    public void run(Ports ports) {
      new JobRunner(ports, DeliveryLimits.DEFAULT, Windows.DEFAULT).run(job);
    }
  }
}
