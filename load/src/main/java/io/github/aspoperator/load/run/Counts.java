package io.github.aspoperator.load.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must be zero. */
public record Counts(long errors, long lost, long repeated, long outOfOrder, long ineligible) {

  boolean allZero() {
    return errors + lost + repeated + outOfOrder + ineligible == 0;
  }

  /** By their names in JSON. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("errors", errors);
    fields.put("lost", lost);
    fields.put("repeated", repeated);
    fields.put("out_of_order", outOfOrder);
    fields.put("ineligible", ineligible);
    return fields;
  }

  @Override
  public String toString() {
    return "errors %s, lost %s, repeated %s, out of order %s, ineligible %s"
        .formatted(
            Numbers.whole(errors),
            Numbers.whole(lost),
            Numbers.whole(repeated),
            Numbers.whole(outOfOrder),
            Numbers.whole(ineligible));
  }
}
