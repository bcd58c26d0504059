package io.github.aspoperator.local.store;

import java.util.OptionalLong;

/** Notes that the operator is alive, so that the next start knows since when it was not. */
public final class Heartbeat {

  private final Writer writer;
  private final Undrained undrained;
  private final KeyIndex keys;
  private final long retentionMillis;
  private volatile OptionalLong last;

  Heartbeat(Engine engine, long retentionMillis) {
    this.last = engine.lastBeat;
    this.writer = engine.writer;
    this.undrained = engine.undrained;
    this.keys = engine.keys;
    this.retentionMillis = retentionMillis;
  }

  /**
   * Alive at {@code now}; to be called every second. With it goes what may be forgotten by now:
   * expired tickets, and what was owed and handed over longer ago than a stretch may reach back.
   */
  public void beat(long now) {
    writer.write(db -> {
      long nextRow = undrained.nextRow();
      HeartbeatTable.write(db, now, undrained.from(), keys.unwrittenFrom(nextRow));
      TicketTable.purge(db, now);
      LagTable.purge(db, now - retentionMillis);
      return true;
    });
    last = OptionalLong.of(now);
  }

  /** The last beat, this process's or the one before; nothing in a new database. */
  public OptionalLong lastBeat() {
    return last;
  }
}
