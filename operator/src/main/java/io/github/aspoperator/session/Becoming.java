package io.github.aspoperator.session;

/**
 * What an event that makes an agent joined keeps for later: a chain back through the agent's
 * stints, so that no item grows with the number of times somebody came and went.
 *
 * @param epoch the agent's presence epoch, read before the event was put in the log (je of the
 *     presence rule)
 * @param previous the agent's stint before this one, {@link Stint#NONE} for the first
 */
public record Becoming(long epoch, Stint previous) {}
