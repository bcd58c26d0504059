package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Exchange;
import io.github.aspoperator.conformance.report.Result.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The report for a browser: one page, with nothing beside it. */
public final class Page {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #cf222e; --dim: #777; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; margin-bottom: .2rem } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem }
      p.sum b { font-size: 1.6rem } .passed { color: var(--good) } .failed { color: var(--bad) }
      .not_judged, .dim { color: var(--dim) }
      table { border-collapse: collapse; width: 100% } td { border-top: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top }
      td:first-child { white-space: nowrap; font-family: ui-monospace, monospace; font-size: .85rem }
      td:last-child { text-align: right; white-space: nowrap; font-size: .85rem }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; background: #8881; padding: .6rem; margin: .3rem 0 }
      """;

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
              .formatted(name(outcome), verdict.count(outcome), name(outcome).replace('_', ' ')));
    }
    page.append("</p>\n");
    List<Result> failed =
        verdict.results().stream().filter(r -> r.outcome() == Outcome.FAILED).toList();
    if (!failed.isEmpty()) {
      page.append("<h2>Failed</h2>\n");
      failed.forEach(result -> failure(page, result));
    }
    for (Clause clause : Clause.values()) {
      List<Result> results =
          verdict.results().stream().filter(r -> r.check().check().clause() == clause).toList();
      if (results.isEmpty()) {
        continue;
      }
      page.append("<h2>%s. %s</h2>\n<table>\n".formatted(clause.section(), escaped(clause.text())));
      results.forEach(result -> row(page, result));
      page.append("</table>\n");
    }
    return page.append("</html>\n").toString();
  }

  private static void failure(StringBuilder page, Result result) {
    page.append(
        "<p><b class=\"failed\" id=\"%s\">%s</b> %s <span class=\"dim\">%s</span><br>%s</p>\n<pre>"
            .formatted(
                result.id(),
                result.id(),
                escaped(result.check().sentence()),
                result.check().check().level(),
                escaped(result.message())));
    for (Exchange exchange : result.exchanges()) {
      page.append(escaped(exchange.text())).append('\n');
    }
    page.append("</pre>\n");
  }

  private static void row(StringBuilder page, Result result) {
    String why = result.outcome() == Outcome.NOT_JUDGED ? ": " + result.message() : "";
    page.append(
        "<tr><td>%s</td><td>%s%s</td><td class=\"%s\">%s</td></tr>\n"
            .formatted(
                result.id(),
                escaped(result.check().sentence()),
                " <span class=\"dim\">" + escaped(level(result) + why) + "</span>",
                name(result.outcome()),
                name(result.outcome()).replace('_', ' ')));
  }

  private static String level(Result result) {
    return result.check().check().level().name();
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
