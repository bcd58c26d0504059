package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.SessionIndex;
import java.util.List;
import java.util.Optional;

/**
 * {@link SessionIndex}: items in the agent's own partition, since a secondary index could not be
 * read strongly.
 */
public final class DynamoSessionIndex implements SessionIndex {

  private static final String SEQUENCE = "n";
  private static final String CURRENT = "c";
  private static final String ONLY_CURRENT = "attribute_exists(c)";

  private final Dynamo dynamo;
  private final String table;

  /** Entries in the delivery table. */
  public DynamoSessionIndex(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
  }

  @Override
  public void put(Entry entry) {
    Item item =
        Item.at(Keys.entry(entry.agent(), entry.session())).number(SEQUENCE, entry.sequence());
    if (entry.current()) {
      item.flag(CURRENT, true);
    }
    dynamo.put(table, item, Conditions.noLaterEntry(entry.sequence()));
  }

  @Override
  public List<SessionId> page(
      Handle agent, Optional<SessionId> before, int limit, boolean currentOnly) {
    String filter = currentOnly ? ONLY_CURRENT : "";
    return dynamo.all(table, Keys.entries(agent, before), filter, limit).stream()
        .map(Keys::ofEntry)
        .toList();
  }
}
