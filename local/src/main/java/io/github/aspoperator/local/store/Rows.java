package io.github.aspoperator.local.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Point reads of one table from memory, strong: a row that is not at hand is loaded under the lock
 * that its writers hold, so that an old state is never kept over a newer one. The writer's thread
 * takes none of these locks.
 *
 * @param <K> what identifies a row
 * @param <V> its state
 */
final class Rows<K, V> {

  private static final int STRIPES = 512;

  private final Cache<K, Optional<V>> cache;
  private final Function<K, @Nullable V> unwritten;
  private final Function<K, Optional<V>> load;
  private final Lock[] locks = new Lock[STRIPES];

  /**
   * Rows kept up to a weight.
   *
   * @param unwritten a state that is not in the table yet
   * @param load from the table
   */
  Rows(
      long maximumWeight,
      Weigher<K, Optional<V>> weigher,
      Function<K, @Nullable V> unwritten,
      Function<K, Optional<V>> load) {
    this.cache = Caffeine.newBuilder().maximumWeight(maximumWeight).weigher(weigher).build();
    this.unwritten = unwritten;
    this.load = load;
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** The row, if there is one. */
  Optional<V> get(K key) {
    Optional<V> kept = cache.getIfPresent(key);
    return kept != null ? kept : locked(key, () -> loaded(key));
  }

  /** Does something to the row that nobody else does to it meanwhile. */
  <R> R locked(K key, Supplier<R> change) {
    Lock lock = locks[(key.hashCode() * 0x9e3779b9) >>> 23];
    lock.lock();
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  /** What readers find from now on; under the row's lock. */
  void put(K key, V value) {
    cache.put(key, Optional.of(value));
  }

  /** Readers find what the table says from now on; under the row's lock. */
  void forget(K key) {
    cache.invalidate(key);
  }

  private Optional<V> loaded(K key) {
    Optional<V> kept = cache.getIfPresent(key);
    if (kept == null) {
      V waiting = unwritten.apply(key);
      kept = waiting != null ? Optional.of(waiting) : load.apply(key);
      cache.put(key, kept);
    }
    return kept;
  }
}
