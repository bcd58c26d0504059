package io.github.aspoperator.simulation.evidence;

/**
 * An event that a client got, or that disappeared on the way to it.
 *
 * @param session whose
 * @param sequence which
 * @param log how long the log was then, at most
 * @param order of all arrivals there are
 * @param at when it was posted, epoch milliseconds; 0 where nobody knows
 * @param got whether the client has it
 */
public record Arrival(String session, long sequence, long log, long order, long at, boolean got) {}
