package io.github.aspoperator.smallworld;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives each distinct value a number, so that a world is a few numbers and equal worlds are equal
 * arrays. Knows too which of the {@link Fresh} ids a value holds.
 */
final class Atoms {

  private final Map<Object, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();
  private final List<Object> values = new ArrayList<>();
  private final Map<Integer, Long> masks = new HashMap<>();

  /** The number of {@code value}. */
  int number(Object value) {
    Integer same = known.get(value);
    if (same != null) {
      return same;
    }
    Integer equal = numbers.putIfAbsent(value, values.size());
    if (equal != null) {
      return equal;
    }
    int number = values.size();
    values.add(value);
    known.put(value, number);
    return number;
  }

  /** The value that has {@code number}. */
  Object value(int number) {
    return values.get(number);
  }

  int size() {
    return values.size();
  }

  /** The fresh ids that {@code value} holds, a bit each. */
  long ids(Object value) {
    return masks.computeIfAbsent(number(value), _ -> search(value));
  }

  private static long search(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case io.github.aspoperator.identity.Ulid ulid -> Fresh.bit(ulid);
      case Optional<?> optional -> optional.isPresent() ? search(optional.get()) : 0;
      case Map<?, ?> map -> search(map.keySet()) | search(map.values());
      case Collection<?> all -> all.stream().mapToLong(Atoms::search).reduce(0, (a, b) -> a | b);
      case Log log -> search(log.commits());
      case Record record -> components(record);
      default -> 0;
    };
  }

  private static long components(Record record) {
    long ids = 0;
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!component.getType().isPrimitive()) {
        ids |= search(read(component.getAccessor(), record));
      }
    }
    return ids;
  }

  private static @Nullable Object read(Method accessor, Record record) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record does not show itself", e);
    }
  }
}
