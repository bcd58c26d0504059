package io.github.aspoperator.presence;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;

/**
 * All that presence touches.
 *
 * @param presences the items
 * @param credentials to look again at the token of a connection that is being made
 * @param log the sessions
 * @param index sessions by agent
 * @param jobs timers and work for later
 * @param ids fresh drop ids and command ids
 * @param clock the time
 * @param windows away, grace, and how long a sender may take
 */
public record PresencePorts(
    Presences presences,
    Credentials credentials,
    SessionLog log,
    SessionIndex index,
    Jobs jobs,
    Ids ids,
    Clock clock,
    Windows windows) {}
