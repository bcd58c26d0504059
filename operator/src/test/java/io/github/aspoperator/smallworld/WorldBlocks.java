package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The blocks of a world, where the setting has any. */
final class WorldBlocks implements Blocks {

  private final Stage stage;

  WorldBlocks(Stage stage) {
    this.stage = stage;
  }

  @Override
  public List<Handle> of(Handle blocker) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Block> among(Collection<Handle> handles) {
    if (!stage.setting().has(Topic.BLOCKS)) {
      return Set.of();
    }
    Set<Block> blocks =
        stage.reads().trust().blocks().stream()
            .filter(b -> handles.contains(b.blocker()) && handles.contains(b.blocked()))
            .collect(Collectors.toUnmodifiableSet());
    stage.note("blocks: " + blocks.size());
    return blocks;
  }

  @Override
  public boolean add(Block block) {
    World world = stage.writes();
    world.trust(world.trust().with(block));
    stage.note("blocks " + block.blocked());
    return true;
  }

  @Override
  public void remove(Block block) {
    throw new UnsupportedOperationException();
  }
}
