package io.github.aspoperator.soak.home;

/**
 * How much a home is given to do; chosen so that what a fault leaves behind is made up for before
 * the next one.
 *
 * @param rooms sessions at a time
 * @param pauseMillis between two messages of one sender, on average
 * @param stayMillis of an agent's connection, at most
 * @param crowd connections that come at once
 */
public record Load(int rooms, int pauseMillis, int stayMillis, int crowd) {}
