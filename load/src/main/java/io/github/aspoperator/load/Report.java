package io.github.aspoperator.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.aspoperator.load.run.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The result on stdout, and on stderr what the errors were. */
final class Report {
  private Report() {}

  static void print(Result result, boolean json, PrintWriter out, PrintWriter err) {
    if (json) {
      out.println(json(result.fields()));
    } else {
      result.lines().forEach(out::println);
      out.println(result.counts());
    }
    result.errors().forEach((kind, count) -> err.println("  " + count + " x " + kind));
  }

  private static String json(Map<String, Object> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonFactory.builder().build().createGenerator(text)) {
      object(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void object(JsonGenerator json, Map<?, ?> fields) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      json.writeFieldName(String.valueOf(field.getKey()));
      switch (field.getValue()) {
        case Map<?, ?> inner -> object(json, inner);
        case Double number when number.isNaN() -> json.writeNull();
        case Double number -> json.writeNumber(Math.round(number * 1000) / 1000.0);
        case Number number -> json.writeNumber(number.longValue());
        case Object other -> json.writeString(other.toString());
      }
    }
    json.writeEndObject();
  }
}
