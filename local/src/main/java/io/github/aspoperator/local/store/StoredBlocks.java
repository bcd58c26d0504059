package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link Blocks}. */
final class StoredBlocks implements Blocks {

  private final Readers readers;
  private final Writer writer;

  StoredBlocks(Readers readers, Writer writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public List<Handle> of(Handle blocker) {
    return readers.read(db -> BlockTable.of(db, blocker)).stream().sorted().toList();
  }

  @Override
  public Set<Block> among(Collection<Handle> handles) {
    Set<Handle> both = Set.copyOf(handles);
    return readers.read(db -> {
      Set<Block> among = new HashSet<>();
      for (Handle blocker : both) {
        // few block anybody, and nobody more than Blocks.MAX
        for (Handle blocked : BlockTable.of(db, blocker)) {
          if (both.contains(blocked)) {
            among.add(new Block(blocker, blocked));
          }
        }
      }
      return among;
    });
  }

  @Override
  public boolean add(Block block) {
    return writer.write(db -> {
      if (BlockTable.has(db, block)) {
        return true;
      }
      if (BlockTable.size(db, block.blocker()) >= MAX) {
        return false;
      }
      BlockTable.insert(db, block);
      return true;
    });
  }

  @Override
  public void remove(Block block) {
    writer.write(db -> BlockTable.delete(db, block));
  }
}
