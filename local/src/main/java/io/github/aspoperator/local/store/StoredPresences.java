package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.refusal.Unavailable;

/** {@link Presences}: read from memory, durable when it answers; an agent's writes take turns. */
final class StoredPresences implements Presences {

  private static final long KEPT = 50_000;

  private final Writer writer;
  private final Rows<Handle, Presence> items;

  StoredPresences(Readers readers, Writer writer) {
    this.writer = writer;
    this.items =
        new Rows<>(
            KEPT,
            (agent, item) -> 1,
            agent -> null,
            agent -> readers.read(db -> PresenceTable.find(db, agent)));
  }

  @Override
  public Presence read(Handle agent) {
    return items.get(agent).orElse(Presence.NEVER);
  }

  @Override
  public boolean replace(Handle agent, long version, Presence next) {
    return items.locked(
        agent,
        () -> {
          if (read(agent).version() != version) {
            return false;
          }
          try {
            writer.write(db -> {
              PresenceTable.write(db, agent, next);
              return true;
            });
          } catch (Unavailable e) {
            items.forget(agent);
            throw e;
          }
          items.put(agent, next);
          return true;
        });
  }
}
