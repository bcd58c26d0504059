package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Token;

/**
 * A ticket for one connect (protocol section 5).
 *
 * @param secret what stands behind {@code ?ticket=}
 * @param expiresAt epoch milliseconds
 */
public record Ticket(Token secret, long expiresAt) {}
