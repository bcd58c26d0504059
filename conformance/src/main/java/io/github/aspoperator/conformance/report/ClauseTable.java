package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import java.util.List;
import java.util.Locale;

/** docs/conformance.md: which checks stand for which clause. */
public final class ClauseTable {

  private ClauseTable() {}

  /** The page. */
  public static String markdown(List<Found> checks) {
    StringBuilder page =
        new StringBuilder(
            """
            # Conformance: the clauses and their checks

            Generated from the checks by `scripts/conformance --table`; the build fails when it is out of date, and when a clause
            has no check. *ours* marks what the public protocol leaves open (◆ in [protocol.md](protocol.md)): `--profile
            public` leaves it out. *admin* needs the owner's side, *windows* short presence windows; without them a check is
            reported as not judged.

            """);
    page.append(checks.size()).append(" checks.\n");
    String section = "";
    for (Clause clause : Clause.values()) {
      if (!clause.section().equals(section)) {
        section = clause.section();
        page.append("\n## Section ")
            .append(section)
            .append("\n\n| clause | check | |\n|---|---|---|\n");
      }
      String text = clause.text();
      for (Found found : checks) {
        if (found.check().clause() == clause) {
          page.append(
              "| %s | `%s` %s | %s |\n"
                  .formatted(text, found.id(), found.sentence(), marks(found)));
          text = "";
        }
      }
    }
    return page.toString();
  }

  private static String marks(Found found) {
    StringBuilder marks = new StringBuilder();
    if (found.check().level() != Level.MUST) {
      marks.append(found.check().level().name().toLowerCase(Locale.ROOT)).append(' ');
    }
    for (Need need : found.check().needs()) {
      marks.append(need.name().toLowerCase(Locale.ROOT)).append(' ');
    }
    return marks.toString().strip();
  }
}
