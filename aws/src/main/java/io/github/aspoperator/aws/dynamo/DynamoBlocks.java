package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;

/** {@link Blocks}: a set in the blocker's item, and an item for the handle of each blocked one. */
public final class DynamoBlocks implements Blocks {

  private final Dynamo dynamo;
  private final String table;
  private final TrustItems items;

  /** Blocks in the agents table. */
  public DynamoBlocks(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
    this.items = new TrustItems(dynamo, tables);
  }

  @Override
  public List<Handle> of(Handle blocker) {
    return items.listed(blocker, TrustItems.BLOCKED, Keys.allBlocked(blocker)).stream()
        .map(item -> Handle.of(Keys.text(item)))
        .sorted()
        .toList();
  }

  @Override
  public Set<Block> among(Collection<Handle> handles) {
    Map<SdkBytes, Handle> digests = TrustItems.digests(handles);
    Set<Block> blocks = new HashSet<>();
    items
        .of(handles)
        .forEach((blocker, item) -> {
          for (SdkBytes digest : item.set(TrustItems.BLOCKED)) {
            Handle blocked = digests.get(digest);
            if (blocked != null) {
              blocks.add(new Block(blocker, blocked));
            }
          }
        });
    return blocks;
  }

  /** The handle first: one without its digest in the set counts for nothing. */
  @Override
  public boolean add(Block block) {
    SdkBytes digest = TrustItems.digest(block.blocked().text());
    dynamo.put(table, Item.at(Keys.blocked(block.blocker(), block.blocked())));
    Condition room = Conditions.roomFor(TrustItems.BLOCKED, digest, MAX);
    return items.add(block.blocker(), TrustItems.BLOCKED, List.of(digest), room);
  }

  @Override
  public void remove(Block block) {
    items.remove(block.blocker(), TrustItems.BLOCKED, block.blocked().text());
    dynamo.delete(table, Keys.blocked(block.blocker(), block.blocked()));
  }
}
