package io.github.aspoperator.operator;

import io.github.aspoperator.identity.SessionId;
import java.util.OptionalLong;

/**
 * The answer to a create.
 *
 * @param session the new session, or the one the idempotency key already made
 * @param sequence of the initial message, if there is one
 */
public record Created(SessionId session, OptionalLong sequence) {}
