package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.report.Result.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for a browser: one page, with nothing beside it. */
public final class Page {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --good: light-dark(#1a7f37, #4ac26b);
        --bad: light-dark(#cf222e, #ff7b72); --dim: light-dark(#666, #999) }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.5rem; margin-bottom: .2rem } h2 { font-size: 1.25rem; margin: 2.5rem 0 0 }
      h3 { font-size: 1rem; margin: 1.4rem 0 .3rem }
      a { color: inherit } ul { padding-left: 1.2rem }
      p.sum b { font-size: 1.6rem } .passed { color: var(--good) } .failed { color: var(--bad) }
      .not_judged, .dim { color: var(--dim) }
      .tag { font-size: .7rem; letter-spacing: .03em; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .3rem }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      td { border-top: 1px solid var(--line); padding: .3rem .5rem .3rem 0; vertical-align: top }
      td:nth-child(1) { width: 7.5rem; font: .85rem ui-monospace, monospace; line-height: 1.75 }
      td:nth-child(3) { width: 4.5rem; text-align: right } td:nth-child(4) { width: 5.5rem; text-align: right; padding-right: 0 }
      td:nth-child(n + 3) { font-size: .85rem; line-height: 1.75 }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; background: #8881; padding: .6rem; margin: .3rem 0 }
      summary { cursor: pointer; color: var(--dim) }
      @media (max-width: 40rem) { td:nth-child(3) { display: none } td:nth-child(1) { width: 6.8rem } }
      """;

  private static final Map<String, String> SECTIONS =
      Map.of(
          "1", "Identity",
          "2", "Trust",
          "3", "Sessions",
          "4", "Content",
          "5", "Events and delivery",
          "6", "Errors",
          "7", "The owner's side");

  private Page() {}

  /** Writes it. */
  public static void write(Verdict verdict, URI operator, Path file) throws IOException {
    Files.writeString(file, html(verdict, operator));
  }

  private static String html(Verdict verdict, URI operator) {
    StringBuilder page =
        new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n");
    page.append(
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>ASP conformance of ")
        .append(escaped(operator.toString()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n<h1>ASP conformance</h1>\n<p class=\"dim\">")
        .append(escaped(operator.toString()))
        .append("</p>\n<p class=\"sum\">");
    for (Outcome outcome : Outcome.values()) {
      page.append(
          "<span class=\"%s\"><b>%s</b> %s</span> &nbsp; "
              .formatted(
                  verdict.count(outcome) == 0 ? "dim" : name(outcome),
                  verdict.count(outcome),
                  said(outcome)));
    }
    page.append("</p>\n");
    reasons(page, verdict);
    List<Result> failed =
        verdict.results().stream().filter(r -> r.outcome() == Outcome.FAILED).toList();
    if (!failed.isEmpty()) {
      page.append("<h2>Failed</h2>\n");
      failed.forEach(result -> failure(page, result, verdict));
    }
    clauses(page, verdict);
    return page.append("</html>\n").toString();
  }

  private static void reasons(StringBuilder page, Verdict verdict) {
    if (!verdict.stale().isEmpty()) {
      page.append("<p class=\"failed\">The baseline expects these to fail, and they did not: ")
          .append(escaped(String.join(", ", verdict.stale())))
          .append("</p>\n");
    }
    if (verdict.count(Outcome.NOT_JUDGED) > 0) {
      page.append("<ul class=\"dim\">\n");
      verdict
          .reasons()
          .forEach((why, count) ->
              page.append("<li>%s not judged: %s\n".formatted(count, escaped(why))));
      page.append("</ul>\n");
    }
  }

  private static void failure(StringBuilder page, Result result, Verdict verdict) {
    String expected = verdict.unexpected().contains(result.id()) ? "" : "as expected";
    page.append(
        "<h3 id=\"%s\"><span class=\"failed\">%s</span> %s %s <span class=\"dim\">%s</span></h3>\n<p>%s</p>\n"
            .formatted(
                result.id(),
                result.id(),
                escaped(result.check().sentence()),
                tag(result),
                expected,
                escaped(result.message())));
    List<String> said = result.said();
    int latest = Math.max(0, said.size() - Result.LATEST);
    if (latest > 0) {
      page.append("<details><summary>what was said before (%s)</summary>\n".formatted(latest));
      said(page, said.subList(0, latest));
      page.append("</details>\n");
    }
    said(page, said.subList(latest, said.size()));
  }

  private static void said(StringBuilder page, List<String> said) {
    if (!said.isEmpty()) {
      page.append("<pre>").append(escaped(String.join("\n", said))).append("</pre>\n");
    }
  }

  private static void clauses(StringBuilder page, Verdict verdict) {
    String section = "";
    for (Clause clause : Clause.values()) {
      List<Result> results =
          verdict.results().stream().filter(r -> r.check().check().clause() == clause).toList();
      if (results.isEmpty()) {
        continue;
      }
      if (!clause.section().equals(section)) {
        section = clause.section();
        page.append("<h2>%s. %s</h2>\n".formatted(section, SECTIONS.get(section)));
      }
      page.append("<h3>%s</h3>\n<table>\n".formatted(escaped(clause.text())));
      results.forEach(result -> row(page, result));
      page.append("</table>\n");
    }
  }

  private static void row(StringBuilder page, Result result) {
    String outcome =
        switch (result.outcome()) {
          case PASSED -> said(result.outcome());
          case FAILED -> "<a href=\"#%s\">failed</a>".formatted(result.id());
          case NOT_JUDGED ->
              "<span title=\"%s\">not judged</span>".formatted(escaped(result.message()));
        };
    page.append(
        "<tr><td>%s<td>%s %s<td class=\"dim\">%s<td class=\"%s\">%s\n"
            .formatted(
                result.id(),
                escaped(result.check().sentence()),
                tag(result),
                result.outcome() == Outcome.NOT_JUDGED ? "" : result.millis() + " ms",
                name(result.outcome()),
                outcome));
  }

  private static String tag(Result result) {
    return "<span class=\"tag dim\">%s</span>".formatted(result.check().check().level());
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String said(Outcome outcome) {
    return name(outcome).replace('_', ' ');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
