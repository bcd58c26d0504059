package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Allowlists;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** {@link Allowlists}: a set in the agent item, so that one read tells whom a list covers. */
public final class DynamoAllowlists implements Allowlists {

  private final TrustItems items;
  private final TrustMembers members;

  /** Allowlists in the agents table. */
  public DynamoAllowlists(Dynamo dynamo, Tables tables) {
    this.items = new TrustItems(dynamo, tables);
    this.members = new TrustMembers(dynamo, tables, TrustList.ALLOWLIST);
  }

  @Override
  public List<AllowlistEntry> of(Handle handle) {
    return members.texts(handle).stream()
        .map(text -> AllowlistEntry.parse(text).orElseThrow())
        .toList();
  }

  /** Most agents list nobody: only the others cost a read of their own. */
  @Override
  public Map<Handle, List<AllowlistEntry>> ofAll(Collection<Handle> handles) {
    Map<Handle, List<AllowlistEntry>> all = new HashMap<>();
    items
        .findAll(handles)
        .forEach((handle, item) -> {
          if (!item.members(TrustList.ALLOWLIST).isEmpty()) {
            all.put(handle, of(handle));
          }
        });
    return all;
  }

  @Override
  public Set<Handle> covered(Handle handle, Collection<Handle> peers) {
    TrustItem item = items.find(handle);
    Set<SdkBytes> entries = item.members(TrustList.ALLOWLIST);
    return peers.stream()
        .filter(peer -> covers(entries, peer))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Handle> covering(Collection<Handle> handles, Handle peer) {
    return items.findAll(handles).values().stream()
        .filter(item -> covers(item.members(TrustList.ALLOWLIST), peer))
        .map(TrustItem::handle)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean covers(Set<SdkBytes> entries, Handle peer) {
    return entries.contains(Digest.of(peer.text()))
        || entries.contains(Digest.of(new AllowlistEntry.AllOf(peer.owner()).text()));
  }

  @Override
  public boolean add(Handle handle, List<AllowlistEntry> entries) {
    return members.add(handle, entries.stream().map(AllowlistEntry::text).toList());
  }

  @Override
  public void remove(Handle handle, AllowlistEntry entry) {
    members.remove(handle, entry.text());
  }
}
