package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link SessionLog}. Who comes first is decided in memory, so that one group takes several commits
 * of a session; nobody is answered before the disk has them. {@link #state} counts commits in that
 * are on their way; {@link #read} never shows one, so that what is handed to an agent is durable.
 */
final class StoredLog implements SessionLog {

  private static final int LOAD_BYTES = 1 << 20;

  private final Readers readers;
  private final KeyIndex keys;
  private final StoredHeads heads;
  private final Tails tails;
  private final Consumer<Commit> bell;

  StoredLog(Engine engine, StoredHeads heads, Consumer<Commit> bell) {
    this.readers = engine.readers;
    this.keys = engine.keys;
    this.heads = heads;
    this.bell = bell;
    this.tails = new Tails(this::load, pending -> submit(engine, pending));
  }

  private void submit(Engine engine, Pending pending) {
    engine.writer.submit(new AppendOp(pending, tails, engine.undrained, keys, bell));
  }

  @Override
  public Appended append(Commit commit) {
    Entry entry = Entry.of(commit);
    if (keys.isFull()) {
      throw Behind.full();
    }
    while (true) {
      Optional<Appended> appended =
          switch (tails.place(entry)) {
            case Spot.Placed(Pending mine) -> Optional.of(Task.await(mine.answer));
            case Spot.Taken(Pending other) ->
                isThere(other)
                    ? Optional.of(new Appended.Taken(other.entry.commit()))
                    : Optional.empty();
            case Spot.Known(Pending other) ->
                isThere(other)
                    ? Optional.of(new Appended.Known(other.entry.commit()))
                    : Optional.empty();
            case Spot.Past() -> Optional.of(past(commit));
            case Spot.Unsure(Pending last) -> {
              makeSure(last);
              yield Optional.empty();
            }
            case Spot.Astray() -> throw astray();
          };
      if (appended.isPresent()) {
        return appended.get();
      }
    }
  }

  /** Waits for one that came before; it may be answered from only once it is durable. */
  private static boolean isThere(Pending other) {
    return Task.await(other.answer) instanceof Appended.Done;
  }

  private Appended past(Commit commit) {
    Commit there =
        readers
            .read(db -> CommitTable.holding(db, commit.session(), commit.key()))
            .orElseThrow(StoredLog::astray);
    if (!there.command().equals(commit.command())) {
      return new Appended.Taken(there);
    }
    // its first writer may never have learnt that it is there, and nobody else has rung
    bell.accept(there);
    return new Appended.Done();
  }

  /** Looks whether something in the table is in the way of {@code pending}, or waits to be told. */
  private void makeSure(Pending pending) {
    if (!readers.read(db -> isInTheWay(db, pending.entry))) {
      tails.certain(pending);
      return;
    }
    try {
      Task.await(pending.answer);
    } catch (Unavailable e) {
      // its own caller is told; this one goes on with what is left of the log
    }
  }

  private boolean isInTheWay(Db db, Entry entry) throws SQLException {
    Commit commit = entry.commit();
    Optional<UsedKey> key = entry.idempotencyKey();
    return CommitTable.has(db, commit.session(), commit.key())
        || (key.isPresent() && keys.find(db, key.get()).isPresent());
  }

  @Override
  public List<Commit> read(SessionId session, long after, int maxBytes) {
    return readers.read(db -> CommitTable.after(db, session, after, maxBytes));
  }

  @Override
  public Optional<SessionState> state(SessionId session) {
    while (true) {
      Tails.End end = tails.end(session);
      Pending unsure = end.unsure();
      if (unsure == null) {
        return end.state();
      }
      makeSure(unsure);
    }
  }

  @Override
  public void confirm(SessionId session, long sequence) {
    Optional<Pending> last = tails.reaching(session, sequence);
    boolean done = last.isPresent() ? isThere(last.get()) : tails.isDurable(session, sequence);
    if (!done) {
      throw astray();
    }
  }

  @Override
  public long lastBefore(SessionId session, long millis) {
    return readers
        .read(db -> CommitTable.lastBefore(db, session, millis))
        .map(Commit::last)
        .orElse(0L);
  }

  /** The commit that answered for an idempotency key of the session, once it is durable. */
  Optional<Commit> keyed(SessionId session, Handle sender, String key) {
    Optional<Pending> underWay = tails.using(session, sender, key);
    if (underWay.isPresent() && isThere(underWay.get())) {
      return Optional.of(underWay.get().entry.commit());
    }
    return readers.read(db -> keys.find(db, UsedKey.of(session, sender, key)));
  }

  /** From the head on where there is one, else from the beginning. */
  private Optional<SessionState> load(SessionId session) {
    Optional<SessionState> state = heads.snapshot(session);
    while (true) {
      long after = state.map(SessionState::sequence).orElse(-1L);
      List<Commit> page = read(session, after, LOAD_BYTES);
      if (page.isEmpty()) {
        return state;
      }
      for (Commit commit : page) {
        state =
            Optional.of(state.map(s -> Fold.apply(s, commit)).orElseGet(() -> Fold.begin(commit)));
      }
    }
  }

  private static Unavailable astray() {
    return new Unavailable(
        "the log", new IllegalStateException("what the commit was decided on is not there"));
  }
}
