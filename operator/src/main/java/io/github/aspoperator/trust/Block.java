package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;

/**
 * A block that stands (protocol section 2).
 *
 * @param blocker who blocks
 * @param blocked whom
 */
public record Block(Handle blocker, Handle blocked) {}
