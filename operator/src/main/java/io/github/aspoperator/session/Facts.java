package io.github.aspoperator.session;

import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.trust.Contacts;

/**
 * What a decision may use besides the state and the command; read before, so that deciding is pure.
 *
 * @param now epoch milliseconds
 * @param command fresh id for the commit
 * @param epoch presence epoch of the agent that becomes joined by the command, read before the put;
 *     0 where none does
 * @param contacts what trust says, read after the state was
 */
public record Facts(long now, Ulid command, long epoch, Contacts contacts) {}
