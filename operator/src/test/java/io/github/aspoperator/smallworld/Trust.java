package io.github.aspoperator.smallworld;

import io.github.aspoperator.trust.Block;
import java.util.HashSet;
import java.util.Set;

/**
 * What owners have decided.
 *
 * @param blocks those that stand
 * @param tokenDead whether the token the agent connects with is dead
 * @param agentRemoved whether the agent is no more
 */
record Trust(Set<Block> blocks, boolean tokenDead, boolean agentRemoved) {

  static final Trust NONE = new Trust(Set.of(), false, false);

  Trust with(Block block) {
    Set<Block> more = new HashSet<>(blocks);
    more.add(block);
    return new Trust(Set.copyOf(more), tokenDead, agentRemoved);
  }

  Trust withDeadToken() {
    return new Trust(blocks, true, agentRemoved);
  }

  Trust removed() {
    return new Trust(blocks, tokenDead, true);
  }
}
