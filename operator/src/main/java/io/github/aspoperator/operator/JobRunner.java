package io.github.aspoperator.operator;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.delivery.DeliveryPorts;
import io.github.aspoperator.delivery.Drain;
import io.github.aspoperator.delivery.Replay;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Attend;
import io.github.aspoperator.presence.Drop;
import io.github.aspoperator.presence.Grace;
import io.github.aspoperator.presence.PresencePorts;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.trust.Block;

/** Does what bells and jobs ask for. When it throws, the job is to be run again later. */
public final class JobRunner {

  private final Enforcement enforcement;
  private final DeliveryPorts delivery;
  private final PresencePorts presence;

  /** Works on these ports. */
  public JobRunner(Ports ports, DeliveryLimits limits, Windows windows) {
    this.enforcement = new Enforcement(ports);
    this.delivery = ports.delivery(limits);
    this.presence = ports.presence(windows);
  }

  /** Drains the session for which {@code bell} rings. */
  public void drain(Bell bell) {
    Step.runAll(Drain.on(bell), delivery);
  }

  /** Does {@code job}. */
  public void run(Job job) {
    switch (job) {
      case Job.Replay(var agent) -> Step.runAll(Replay.of(agent), delivery);
      case Job.Attend(var agent, var onlyFor, var before) ->
          Step.runAll(Attend.all(agent, onlyFor, before), presence);
      case Job.AttendOne(var agent, var session) ->
          Step.runAll(Attend.one(agent, session), presence);
      case Job.GraceOver(var agent, var drop) -> Step.runAll(Grace.over(agent, drop), presence);
      case Job.Drop(var agent, var connection) ->
          Step.runAll(Drop.of(agent, connection, false), presence);
      case Job.Drain(var session) -> drain(Bell.of(session));
      case Job.ForceLeave(var session, var blocker, var blocked) ->
          enforcement.forceLeave(session, new Block(blocker, blocked));
      case Job.Withdraw(var session, var agent) -> enforcement.withdraw(session, agent);
      case Job.EnforceBlock(var blocker, var blocked, var before) ->
          enforcement.blockIfStanding(new Block(blocker, blocked), before);
      case Job.WithdrawAll(var agent, var before) -> enforcement.withdrawAll(agent, before);
    }
  }
}
