package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.report.Result.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for whoever sits at the terminal. */
public final class Terminal {

  private Terminal() {}

  /** A table by clause, what failed with its story, and the sums. */
  public static String text(Verdict verdict) {
    StringBuilder text = new StringBuilder();
    text.append(row("", "passed", "failed", "not judged"));
    byClause(verdict)
        .forEach((clause, results) -> {
          String name = clause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
          Verdict part = new Verdict(results, verdict.unexpected(), verdict.stale());
          text.append(
              row(
                  clause.section() + " " + name,
                  String.valueOf(part.count(Outcome.PASSED)),
                  String.valueOf(part.count(Outcome.FAILED)),
                  String.valueOf(part.count(Outcome.NOT_JUDGED))));
        });
    for (Result result : verdict.results()) {
      if (result.outcome() == Outcome.FAILED) {
        text.append(failure(result, verdict.unexpected().contains(result.id())));
      }
    }
    if (!verdict.stale().isEmpty()) {
      text.append("\nThe baseline expects these to fail, and they did not: ")
          .append(String.join(", ", verdict.stale()))
          .append('\n');
    }
    verdict
        .reasons()
        .forEach((why, count) -> text.append("\n%s not judged: %s".formatted(count, why)));
    return text.append(
            "\n\npassed %s, failed %s, not judged %s\n"
                .formatted(
                    verdict.count(Outcome.PASSED),
                    verdict.count(Outcome.FAILED),
                    verdict.count(Outcome.NOT_JUDGED)))
        .toString();
  }

  private static String row(String name, String passed, String failed, String notJudged) {
    return String.format(Locale.ROOT, "%-24s %7s %7s %11s%n", name, passed, failed, notJudged);
  }

  private static String failure(Result result, boolean unexpected) {
    return "\n%s %s (%s, section %s) %s\n  %s\n"
        .formatted(
            unexpected ? "FAILED" : "failed, as expected:",
            result.id(),
            result.check().check().level(),
            result.check().check().clause().section(),
            result.check().sentence(),
            result.story().replace("\n", "\n  "));
  }

  private static Map<Clause, List<Result>> byClause(Verdict verdict) {
    Map<Clause, List<Result>> all = new EnumMap<>(Clause.class);
    for (Result result : verdict.results()) {
      all.computeIfAbsent(result.check().check().clause(), _ -> new java.util.ArrayList<>())
          .add(result);
    }
    return all;
  }
}
