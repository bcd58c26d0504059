package io.github.aspoperator.smallworld;

import io.github.aspoperator.trust.Block;
import java.util.Set;

/**
 * What stood when the last commit of a log was put: whoever decides on that state asks later.
 *
 * @param blocks those that stood
 * @param epoch of the agent's presence
 */
record Tail(Set<Block> blocks, long epoch) {}
