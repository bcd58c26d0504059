package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.TokenHash;

/**
 * One recorded connection.
 *
 * @param id the transport's name for it
 * @param openedAt epoch milliseconds
 * @param ready whether events are posted to it; one opened beside another, or after an unclean
 *     drop, is first owed a stretch
 * @param token the credentials it was opened with
 */
public record Connection(ConnectionId id, long openedAt, boolean ready, TokenHash token) {}
