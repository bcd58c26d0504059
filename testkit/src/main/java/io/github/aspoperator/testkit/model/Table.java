package io.github.aspoperator.testkit.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each command came to each outcome. */
final class Table {

  private final Map<String, Long> counts = new TreeMap<>();

  synchronized void count(String cell) {
    counts.merge(cell, 1L, Long::sum);
  }

  synchronized void addAll(Table other) {
    other.counts.forEach((cell, count) -> counts.merge(cell, count, Long::sum));
  }

  /** Of {@code cells}, those that never came. */
  synchronized Set<String> missing(Set<String> cells) {
    Set<String> missing = new TreeSet<>(cells);
    missing.removeAll(counts.keySet());
    return missing;
  }

  /** What came besides {@code cells}. */
  synchronized Set<String> unknown(Set<String> cells) {
    Set<String> unknown = new TreeSet<>(counts.keySet());
    unknown.removeAll(cells);
    return unknown;
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach((cell, count) -> text.append("\n  ").append(count).append(" x ").append(cell));
    return text.toString();
  }
}
