package io.github.aspoperator.wire.request;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import java.util.List;
import java.util.Optional;

/**
 * An agent that a seed file names (protocol section 7).
 *
 * @param agent handle and policy
 * @param allowlist its entries, each once
 * @param token its token; absent: the operator makes one
 */
public record Seed(Agent agent, List<AllowlistEntry> allowlist, Optional<Token> token) {}
