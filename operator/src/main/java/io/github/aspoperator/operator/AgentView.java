package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import java.util.List;
import java.util.Optional;

/**
 * An agent as its owner sees it.
 *
 * @param agent handle and policy
 * @param allowlist its entries
 * @param token only at registration and rotation
 */
public record AgentView(Agent agent, List<AllowlistEntry> allowlist, Optional<Token> token) {}
