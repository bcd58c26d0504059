package io.github.aspoperator.conformance.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.report.Result.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The report for programs: {@code results.json}. */
public final class JsonReport {

  private JsonReport() {}

  /** Writes it. */
  public static void write(Verdict verdict, Path file) throws IOException {
    Files.writeString(file, text(verdict));
  }

  /** The whole of it. */
  public static String text(Verdict verdict) {
    return json(verdict).toPrettyString() + "\n";
  }

  private static ObjectNode json(Verdict verdict) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("passed", verdict.count(Outcome.PASSED));
    all.put("failed", verdict.count(Outcome.FAILED));
    all.put("not_judged", verdict.count(Outcome.NOT_JUDGED));
    var checks = all.putArray("checks");
    for (Result result : verdict.results()) {
      ObjectNode check = checks.addObject();
      check.put("id", result.id());
      check.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
      check.put("expected", !verdict.unexpected().contains(result.id()));
      check.put("level", result.check().check().level().name());
      check.put("section", result.check().check().clause().section());
      check.put("clause", result.check().check().clause().text());
      check.put("title", result.check().sentence());
      check.put("millis", result.millis());
      if (!result.message().isEmpty()) {
        check.put("message", result.message());
      }
      if (!result.exchanges().isEmpty()) {
        result.said().forEach(check.putArray("exchanges")::add);
      }
    }
    return all;
  }
}
