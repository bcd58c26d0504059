package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.report.Result.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of a run, seen against a baseline.
 *
 * @param results of all checks, by id
 * @param unexpected ids of checks that failed and were not expected to
 * @param stale ids that the baseline expects to fail and that passed, or do not exist
 */
public record Verdict(List<Result> results, Set<String> unexpected, Set<String> stale) {

  /** Compares {@code results} with the ids that are expected to fail. */
  public static Verdict of(List<Result> results, Set<String> expected) {
    List<Result> sorted = results.stream().sorted(Comparator.comparing(Result::id)).toList();
    Set<String> unexpected = new TreeSet<>();
    Set<String> stale = new TreeSet<>(expected);
    for (Result result : sorted) {
      switch (result.outcome()) {
        case FAILED -> {
          if (!stale.remove(result.id())) {
            unexpected.add(result.id());
          }
        }
        case NOT_JUDGED -> stale.remove(result.id());
        case PASSED -> {}
      }
    }
    return new Verdict(sorted, unexpected, stale);
  }

  /** How many had that outcome. */
  public long count(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  /** Why some were not judged, and how many each. */
  public Map<String, Integer> reasons() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Result result : results) {
      if (result.outcome() == Outcome.NOT_JUDGED) {
        reasons.merge(result.message(), 1, Integer::sum);
      }
    }
    return reasons;
  }

  /** Whether anything was judged. */
  public boolean judged() {
    return count(Outcome.PASSED) + count(Outcome.FAILED) > 0;
  }

  /** Whether all is as expected. */
  public boolean isFine() {
    return unexpected.isEmpty() && stale.isEmpty();
  }
}
