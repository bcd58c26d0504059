package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;

/**
 * A registered agent.
 *
 * @param handle its address
 * @param policy its inbound policy
 */
public record Agent(Handle handle, Policy policy) {}
