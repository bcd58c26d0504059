package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agent items, read strongly. */
final class TrustItems {

  private final Dynamo dynamo;
  private final String table;

  TrustItems(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  /** The item of {@code handle}, empty where there is none. */
  TrustItem find(Handle handle) {
    Key key = Keys.agentItem(handle);
    return new TrustItem(handle, dynamo.get(table, key).orElseGet(() -> Item.at(key)));
  }

  /** Those items of {@code handles} that are there; a round trip for each 100. */
  Map<Handle, TrustItem> findAll(Collection<Handle> handles) {
    return dynamo.getAll(table, handles.stream().distinct().map(Keys::agentItem).toList()).stream()
        .map(TrustItem::of)
        .collect(Collectors.toUnmodifiableMap(TrustItem::handle, Function.identity()));
  }
}
