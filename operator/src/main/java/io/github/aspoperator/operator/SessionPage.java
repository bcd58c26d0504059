package io.github.aspoperator.operator;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;

/**
 * A page of the caller's sessions.
 *
 * @param sessions newest first
 * @param next read on with sessions older than this; empty at the end
 */
public record SessionPage(List<SessionState> sessions, Optional<SessionId> next) {}
