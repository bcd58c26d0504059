package io.github.aspoperator.local.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that are not written yet; of a row that changes often, the last state only.
 * Changed under {@link Behind}'s lock, read without.
 *
 * @param <K> what identifies a row
 * @param <V> its state
 */
final class Dirty<K, V> {

  /** Writes one row. */
  @FunctionalInterface
  interface Write<K, V> {
    void row(Db db, K key, V value) throws SQLException;
  }

  /** Those gathered since the last cut, and those of that cut until it is durable. */
  private record Rows<K, V>(Map<K, V> gathering, Map<K, V> flushing) {}

  private final Write<K, V> write;
  private final BinaryOperator<V> newer;
  private BiConsumer<K, V> written = (key, value) -> {};
  private volatile Rows<K, V> rows = new Rows<>(new ConcurrentHashMap<>(), Map.of());

  /** Rows of which the later state replaces the earlier. */
  Dirty(Write<K, V> write) {
    this(write, (before, after) -> after);
  }

  /** Rows of which {@code newer} picks the state to keep, out of the earlier and the later. */
  Dirty(Write<K, V> write, BinaryOperator<V> newer) {
    this.write = write;
    this.newer = newer;
  }

  /** Tells {@code listener} of every row that is durable now, on the writer's thread. */
  Dirty<K, V> whenDurable(BiConsumer<K, V> listener) {
    written = listener;
    return this;
  }

  /** The state that is not written yet, if there is one. */
  @Nullable V peek(K key) {
    Rows<K, V> now = rows;
    V gathered = now.gathering().get(key);
    return gathered != null ? gathered : now.flushing().get(key);
  }

  /** Under the lock. */
  void put(K key, V value) {
    rows.gathering().merge(key, value, newer);
  }

  /** Under the lock: how many rows were gathered. */
  int size() {
    return rows.gathering().size();
  }

  /** Under the lock: what was gathered becomes part of a cut. */
  void cut() {
    rows = new Rows<>(new ConcurrentHashMap<>(), rows.gathering());
  }

  /** Writes the rows of the cut. */
  void flush(Db db) throws SQLException {
    for (Map.Entry<K, V> row : rows.flushing().entrySet()) {
      write.row(db, row.getKey(), row.getValue());
    }
  }

  /** The cut is durable; before {@link #forget}. */
  void announce() {
    rows.flushing().forEach(written);
  }

  /** Under the lock: the table has the rows of the cut. */
  void forget() {
    rows = new Rows<>(rows.gathering(), Map.of());
  }

  /** Under the lock: the cut failed, and its rows wait for the next one, behind what came since. */
  void restore() {
    Map<K, V> gathering = rows.gathering();
    rows.flushing()
        .forEach(
            (key, older) -> gathering.merge(key, older, (now, before) -> newer.apply(before, now)));
    rows = new Rows<>(gathering, Map.of());
  }
}
