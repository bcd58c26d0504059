package io.github.aspoperator.smallworld;

import io.github.aspoperator.trust.Block;
import java.util.Set;

/**
 * What owners have decided.
 *
 * @param blocks those that stand
 * @param tokenReplaced whether the token the agent connects with is dead
 */
record Trust(Set<Block> blocks, boolean tokenReplaced) {}
