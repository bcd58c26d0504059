package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Port: the blocks. Reads are strong; a write is durable when it answers. */
public interface Blocks {

  /** Blocks one agent may have (protocol section 4). */
  int MAX = 10_000;

  /** Whom the agent blocks, in the order of their handles. */
  List<Handle> of(Handle blocker);

  /** Every block whose both ends are in {@code handles}. */
  Set<Block> among(Collection<Handle> handles);

  /** Adds a block; repeating changes nothing. Answers false when there would be too many. */
  boolean add(Block block);

  /** Removes a block, if it stands. */
  void remove(Block block);
}
