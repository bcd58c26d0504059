package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog.Appended;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes one commit that has its place, and rings its bell. */
final class AppendOp implements Op {

  private enum Fate {
    NOT_RUN,
    WRITTEN,
    FOUND,
    REFUSED
  }

  private final Pending pending;
  private final Tails tails;
  private final Undrained undrained;
  private final KeyIndex keys;
  private final Consumer<Commit> bell;
  private Fate fate = Fate.NOT_RUN;
  private Appended outcome = new Appended.Done();

  AppendOp(
      Pending pending, Tails tails, Undrained undrained, KeyIndex keys, Consumer<Commit> bell) {
    this.pending = pending;
    this.tails = tails;
    this.undrained = undrained;
    this.keys = keys;
    this.bell = bell;
  }

  @Override
  public void run(Db db) throws SQLException {
    if (pending.tail.lost) {
      return;
    }
    Entry entry = pending.entry;
    long row = undrained.add(entry.commit());
    Optional<UsedKey> key = entry.idempotencyKey();
    Optional<Commit> first = key.isPresent() ? keys.find(db, key.get()) : Optional.empty();
    if (first.isEmpty() && CommitTable.insert(db, row, entry)) {
      key.ifPresent(used -> keys.add(used, row));
      fate = Fate.WRITTEN;
    } else {
      fate = inTheWay(db, first);
    }
  }

  /** What is in the way of a commit of which nobody was certain. */
  private Fate inTheWay(Db db, Optional<Commit> first) throws SQLException {
    Commit mine = pending.entry.commit();
    Optional<Commit> there = CommitTable.holding(db, mine.session(), mine.key());
    if (there.isPresent() && there.get().last() >= mine.key()) {
      if (there.get().command().equals(mine.command())) {
        return Fate.FOUND;
      }
      outcome = new Appended.Taken(there.get());
    } else {
      outcome =
          new Appended.Known(
              first.orElseThrow(() -> new SQLException("nothing is in the way of a commit")));
    }
    return Fate.REFUSED;
  }

  @Override
  public void durable() {
    switch (fate) {
      case NOT_RUN ->
          pending.answer.completeExceptionally(
              new Unavailable("the database", new IllegalStateException("a write before failed")));
      case WRITTEN -> {
        tails.durable(pending);
        pending.answer.complete(outcome);
        bell.accept(pending.entry.commit());
      }
      case FOUND -> {
        tails.lose(pending);
        pending.answer.complete(outcome);
        bell.accept(pending.entry.commit());
      }
      case REFUSED -> {
        if (outcome instanceof Appended.Known) {
          tails.refused(pending);
        } else {
          tails.lose(pending);
        }
        pending.answer.complete(outcome);
      }
    }
  }

  @Override
  public void failed(Unavailable why) {
    tails.lose(pending);
    pending.answer.completeExceptionally(why);
  }

  @Override
  public boolean seesBehind() {
    return false;
  }

  @Override
  public int bytes() {
    return pending.entry.body().length;
  }
}
