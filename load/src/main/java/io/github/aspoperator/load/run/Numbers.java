package io.github.aspoperator.load.run;

import io.github.aspoperator.load.judge.Samples.Percentiles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers as people read them, and as JSON carries them. */
final class Numbers {
  private Numbers() {}

  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String tenths(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  static String line(Percentiles p) {
    return Double.isNaN(p.p50())
        ? "nothing measured"
        : String.format(
            Locale.ROOT, "p50 %.2f ms   p95 %.2f ms   p99 %.2f ms", p.p50(), p.p95(), p.p99());
  }

  static Map<String, Object> fields(Percentiles p) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("p50", p.p50());
    fields.put("p95", p.p95());
    fields.put("p99", p.p99());
    return fields;
  }
}
