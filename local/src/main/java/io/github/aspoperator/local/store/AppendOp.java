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
  private final Consumer<Commit> bell;
  private Fate fate = Fate.NOT_RUN;
  private Appended outcome = new Appended.Done();

  AppendOp(Pending pending, Tails tails, Undrained undrained, Consumer<Commit> bell) {
    this.pending = pending;
    this.tails = tails;
    this.undrained = undrained;
    this.bell = bell;
  }

  @Override
  public void run(Db db) throws SQLException {
    if (!pending.tail.lost) {
      long row = undrained.add(pending.entry.commit());
      fate = CommitTable.insert(db, row, pending.entry) ? Fate.WRITTEN : inTheWay(db);
    }
  }

  /** What the table has in the way of a commit of which nobody was certain. */
  private Fate inTheWay(Db db) throws SQLException {
    Commit mine = pending.entry.commit();
    Optional<Commit> there = CommitTable.holding(db, mine.session(), mine.key());
    if (there.isPresent() && there.get().last() >= mine.key()) {
      if (there.get().command().equals(mine.command())) {
        return Fate.FOUND;
      }
      outcome = new Appended.Taken(there.get());
      return Fate.REFUSED;
    }
    byte[] idem = pending.entry.idem();
    Optional<Commit> first =
        idem == null ? Optional.empty() : CommitTable.keyed(db, mine.session(), idem);
    outcome =
        new Appended.Known(
            first.orElseThrow(() -> new SQLException("nothing is in the way of a commit")));
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
