package io.github.aspoperator.aws.process;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Ids;

/**
 * Everything that a process has besides its settings.
 *
 * @param services the clients
 * @param tasks how it waits
 * @param clock what it takes for the time
 * @param ids its fresh identifiers
 */
public record Surroundings(Services services, Tasks tasks, Clock clock, Ids ids) {}
