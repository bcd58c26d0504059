package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Optional;

/**
 * A page of agents.
 *
 * @param agents in the order of their handles
 * @param next read on after this handle; empty at the end
 */
public record AgentPage(List<AgentView> agents, Optional<Handle> next) {}
