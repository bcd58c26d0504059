package io.github.aspoperator.operator;

import io.github.aspoperator.session.SessionEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a session's history, as far as the caller may see it; may be short or empty while there
 * is more.
 *
 * @param events rising
 * @param next read on after this sequence; empty at the end
 */
public record EventPage(List<SessionEvent> events, OptionalLong next) {}
