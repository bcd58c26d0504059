package io.github.aspoperator.load.judge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong on the way, counted by kind. */
public final class Errors {
  private final Map<String, Integer> kinds = new TreeMap<>();
  private long total;

  public void add(String kind) {
    kinds.merge(kind, 1, Integer::sum);
    total++;
  }

  public long total() {
    return total;
  }

  /** How often each kind happened. */
  public Map<String, Integer> kinds() {
    return Collections.unmodifiableMap(kinds);
  }

  /** All kinds in one line. */
  @Override
  public String toString() {
    return kinds.isEmpty() ? "no error" : String.join(", ", kinds.keySet());
  }
}
