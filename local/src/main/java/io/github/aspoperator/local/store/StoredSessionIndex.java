package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.SessionIndex;
import java.util.List;
import java.util.Optional;

/**
 * {@link SessionIndex}, written behind; a page is read where it is written, after what is behind.
 */
final class StoredSessionIndex implements SessionIndex {

  private final Writer writer;
  private final Behind behind;
  private final Dirty<SessionIndexTable.Key, Entry> unwritten;

  StoredSessionIndex(Writer writer, Behind behind) {
    this.writer = writer;
    this.behind = behind;
    this.unwritten =
        behind.table(
            new Dirty<>(
                SessionIndexTable::write,
                (before, now) -> now.sequence() >= before.sequence() ? now : before));
  }

  @Override
  public void put(Entry entry) {
    SessionIndexTable.Key key = new SessionIndexTable.Key(entry.agent(), entry.session());
    behind.write(() -> unwritten.put(key, entry));
  }

  @Override
  public List<SessionId> page(
      Handle agent, Optional<SessionId> before, int limit, boolean currentOnly) {
    return writer.write(db -> SessionIndexTable.page(db, agent, before, limit, currentOnly));
  }
}
