package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;

/** {@link Blocks}: a set in the agent item of who blocks. */
public final class DynamoBlocks implements Blocks {

  private final TrustItems items;
  private final TrustMembers members;

  /** Blocks in the agents table. */
  public DynamoBlocks(Dynamo dynamo, Tables tables) {
    this.items = new TrustItems(dynamo, tables);
    this.members = new TrustMembers(dynamo, tables, TrustList.BLOCKS);
  }

  @Override
  public List<Handle> of(Handle blocker) {
    // a dot sorts behind a hyphen in a text, but before it in a handle
    return members.texts(blocker).stream().map(Handle::of).sorted().toList();
  }

  @Override
  public Set<Block> among(Collection<Handle> handles) {
    Map<Handle, SdkBytes> digests = new HashMap<>();
    handles.forEach(handle -> digests.put(handle, Digest.of(handle.text())));
    Set<Block> blocks = new HashSet<>();
    for (TrustItem item : items.findAll(handles).values()) {
      Set<SdkBytes> blocked = item.members(TrustList.BLOCKS);
      digests.forEach((handle, digest) -> {
        if (blocked.contains(digest)) {
          blocks.add(new Block(item.handle(), handle));
        }
      });
    }
    return blocks;
  }

  @Override
  public boolean add(Block block) {
    return members.add(block.blocker(), List.of(block.blocked().text()));
  }

  @Override
  public void remove(Block block) {
    members.remove(block.blocker(), block.blocked().text());
  }
}
