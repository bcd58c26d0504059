package io.github.aspoperator.load.run;

import java.util.List;
import java.util.Map;

/** What a run found out. */
public sealed interface Result permits ThroughputResult, ReconnectResult {

  Counts counts();

  /** How often each kind of error happened. */
  Map<String, Integer> errors();

  /** For people, line by line, without the counts. */
  List<String> lines();

  /** For programs, by their names in JSON, the counts included. */
  Map<String, Object> fields();

  /** Whether the operator did all it promises. */
  default boolean fine() {
    return counts().allZero();
  }
}
