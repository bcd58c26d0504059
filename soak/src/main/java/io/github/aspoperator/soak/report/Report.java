package io.github.aspoperator.soak.report;

import io.github.aspoperator.soak.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run is told as.
 *
 * @param seed of its faults and draws
 * @param results of each home
 */
public record Report(long seed, List<Result> results) {

  private static final int MOST_SHOWN = 20;

  /** Whether nothing was wrong. */
  public boolean isGood() {
    return results.stream().allMatch(result -> result.violations().isEmpty());
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %.1f minutes, %,d kills, %,d messages acknowledged, %,d events received,"
                  + " %,d of them again; at most %.1f s without an answer%n",
              result.home(),
              result.minutes(),
              result.faults().count(Fault.KILL),
              result.acknowledged(),
              result.received(),
              result.repeated(),
              result.longestOutage() / 1000.0));
      for (Fault fault : Fault.values()) {
        text.append(String.format(Locale.ROOT, "  %-16s %s%n", fault, result.faults().told(fault)));
      }
      List<String> violations = result.violations();
      violations.stream()
          .limit(MOST_SHOWN)
          .forEach(one -> text.append("VIOLATION: ").append(one).append('\n'));
      if (violations.size() > MOST_SHOWN) {
        text.append(violations.size() - MOST_SHOWN).append(" more\n");
      }
    }
    return text.append(isGood() ? "nothing was lost" : "promises were broken")
        .append(" (--seed ")
        .append(seed)
        .append(")\n")
        .toString();
  }

  /** For programs. */
  public String json() {
    List<String> violations = new ArrayList<>();
    results.forEach(
        result -> result.violations().forEach(one -> violations.add(result.home() + ": " + one)));
    return String.format(
        Locale.ROOT,
        "{\"minutes\":%.2f,\"seed\":%d,\"kills\":%d,\"acknowledged\":%d,\"received\":%d,"
            + "\"repeated\":%d,\"longest_outage_ms\":%d,\"faults\":%s,\"violations\":%s}",
        results.stream().mapToDouble(Result::minutes).sum(),
        seed,
        count(Fault.KILL),
        results.stream().mapToLong(Result::acknowledged).sum(),
        results.stream().mapToLong(Result::received).sum(),
        results.stream().mapToLong(Result::repeated).sum(),
        results.stream().mapToLong(Result::longestOutage).max().orElse(0),
        Arrays.stream(Fault.values())
            .map(fault -> "\"" + fault + "\":" + count(fault))
            .collect(Collectors.joining(",", "{", "}")),
        violations.stream()
            .limit(MOST_SHOWN)
            .map(Report::quoted)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private int count(Fault fault) {
    return results.stream().mapToInt(result -> result.faults().count(fault)).sum();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }
}
