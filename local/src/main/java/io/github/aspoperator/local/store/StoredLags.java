package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * {@link Lags}, written behind; a page of them is read where it is written, after what is behind.
 */
final class StoredLags implements Lags {

  private static final long KEPT = 50_000;

  private final Writer writer;
  private final Behind behind;
  private final Dirty<LagTable.Key, Lag> unwritten;
  private final Rows<LagTable.Key, Lag> lags;

  StoredLags(Readers readers, Writer writer, Behind behind) {
    this.writer = writer;
    this.behind = behind;
    this.unwritten = behind.table(new Dirty<>(LagTable::write));
    this.lags =
        new Rows<>(
            KEPT,
            (key, lag) -> 1,
            unwritten::peek,
            key -> readers.read(db -> LagTable.find(db, key)));
  }

  @Override
  public Optional<Lag> create(Lag lag) {
    LagTable.Key key = new LagTable.Key(lag.agent(), lag.session());
    return lags.locked(
        key,
        () -> {
          Optional<Lag> there = lags.get(key);
          if (there.isEmpty()) {
            put(key, lag);
          }
          return there;
        });
  }

  @Override
  public boolean replace(Lag read, Lag next) {
    return change(
        new LagTable.Key(read.agent(), read.session()),
        lag -> lag.generation().equals(read.generation()) && lag.mark().equals(read.mark()),
        _ -> next);
  }

  @Override
  public List<Lag> open(Handle agent, Optional<SessionId> after, int limit) {
    return writer.write(db -> LagTable.open(db, agent, after, limit));
  }

  @Override
  public Optional<Lag> find(Handle agent, SessionId session) {
    return lags.get(new LagTable.Key(agent, session));
  }

  @Override
  public boolean move(Lag moved) {
    return change(
        new LagTable.Key(moved.agent(), moved.session()),
        lag -> lag.isOpen() && lag.generation().equals(moved.generation()),
        _ -> moved);
  }

  @Override
  public boolean finish(Handle agent, SessionId session, Ulid generation, long now) {
    return change(
        new LagTable.Key(agent, session),
        lag -> lag.generation().equals(generation),
        lag -> lag.finished(now));
  }

  private boolean change(LagTable.Key key, Predicate<Lag> when, UnaryOperator<Lag> change) {
    return lags.locked(
        key,
        () -> lags.get(key).filter(when).map(lag -> put(key, change.apply(lag))).orElse(false));
  }

  private boolean put(LagTable.Key key, Lag lag) {
    behind.write(() -> unwritten.put(key, lag));
    lags.put(key, lag);
    return true;
  }
}
