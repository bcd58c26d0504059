package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Allowlists;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** {@link Allowlists}: a set in the agent's item, and an item for the text of each entry. */
public final class DynamoAllowlists implements Allowlists {

  private final Dynamo dynamo;
  private final String table;
  private final TrustItems items;

  /** Allowlists in the agents table. */
  public DynamoAllowlists(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
    this.items = new TrustItems(dynamo, tables);
  }

  @Override
  public List<AllowlistEntry> of(Handle handle) {
    return items.listed(handle, TrustItems.ALLOWED, Keys.allAllowed(handle)).stream()
        .map(item -> AllowlistEntry.parse(Keys.text(item)).orElseThrow())
        .toList();
  }

  @Override
  public Set<Handle> covered(Handle handle, Collection<Handle> peers) {
    Set<SdkBytes> entries = items.set(handle, TrustItems.ALLOWED);
    return peers.stream()
        .filter(peer -> covers(entries, peer))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Handle> covering(Collection<Handle> handles, Handle peer) {
    return items.of(handles).entrySet().stream()
        .filter(agent -> covers(agent.getValue().set(TrustItems.ALLOWED), peer))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean covers(Set<SdkBytes> entries, Handle peer) {
    return !entries.isEmpty()
        && (entries.contains(TrustItems.digest(new AllowlistEntry.One(peer).text()))
            || entries.contains(TrustItems.digest(new AllowlistEntry.AllOf(peer.owner()).text())));
  }

  /** The texts first: one without its digest in the set counts for nothing. */
  @Override
  public boolean add(Handle handle, List<AllowlistEntry> entries) {
    List<String> texts = entries.stream().map(AllowlistEntry::text).distinct().toList();
    while (true) {
      Set<SdkBytes> there = items.set(handle, TrustItems.ALLOWED);
      List<String> fresh =
          texts.stream().filter(text -> !there.contains(TrustItems.digest(text))).toList();
      if (fresh.isEmpty()) {
        return true;
      }
      if (there.size() + fresh.size() > MAX) {
        return false;
      }
      dynamo.putAll(
          table, fresh.stream().map(text -> Item.at(Keys.allowed(handle, text))).toList());
      List<SdkBytes> digests = fresh.stream().map(TrustItems::digest).toList();
      Condition unchanged = Conditions.sizeOf(TrustItems.ALLOWED, there.size());
      if (items.add(handle, TrustItems.ALLOWED, digests, unchanged)) {
        return true;
      }
    }
  }

  @Override
  public void remove(Handle handle, AllowlistEntry entry) {
    items.remove(handle, TrustItems.ALLOWED, entry.text());
    dynamo.delete(table, Keys.allowed(handle, entry.text()));
  }
}
