package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Blocks;

/**
 * All that drain and replay touch.
 *
 * @param log the sessions
 * @param heads how far each is drained
 * @param lags who is owed what
 * @param presences who is connected
 * @param pusher the connections
 * @param idempotency keys to remember
 * @param index sessions by agent
 * @param blocks who blocks whom
 * @param agents who was removed
 * @param jobs work for later
 * @param ids fresh generations
 * @param clock the time
 * @param limits sizes and spans
 */
public record DeliveryPorts(
    SessionLog log,
    Heads heads,
    Lags lags,
    Presences presences,
    Pusher pusher,
    Idempotency idempotency,
    SessionIndex index,
    Blocks blocks,
    Agents agents,
    Jobs jobs,
    Ids ids,
    Clock clock,
    DeliveryLimits limits) {}
