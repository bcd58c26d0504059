package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.TokenHash;

/**
 * Who makes a call on the agents' wire.
 *
 * @param agent as whom it is authenticated
 * @param token the credentials it used
 */
public record Caller(Handle agent, TokenHash token) {}
