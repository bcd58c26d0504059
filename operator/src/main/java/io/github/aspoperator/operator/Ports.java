package io.github.aspoperator.operator;

import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.delivery.DeliveryPorts;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.presence.PresencePorts;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;

/** Everything a home gives the operator: one adapter for each port, the clock, the ids. */
public record Ports(
    SessionLog log,
    Idempotency idempotency,
    SessionIndex index,
    Heads heads,
    Lags lags,
    Presences presences,
    Agents agents,
    Allowlists allowlists,
    Blocks blocks,
    Credentials credentials,
    Owners owners,
    Tickets tickets,
    Jobs jobs,
    Pusher pusher,
    Ids ids,
    Clock clock) {

  /** What drain and replay touch. */
  public DeliveryPorts delivery(DeliveryLimits limits) {
    return new DeliveryPorts(
        log,
        heads,
        lags,
        presences,
        pusher,
        idempotency,
        index,
        blocks,
        agents,
        jobs,
        ids,
        clock,
        limits);
  }

  /** What presence touches. */
  public PresencePorts presence(Windows windows) {
    return new PresencePorts(presences, credentials, log, index, jobs, ids, clock, windows);
  }
}
