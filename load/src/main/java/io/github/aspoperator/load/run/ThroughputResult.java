package io.github.aspoperator.load.run;

import io.github.aspoperator.load.judge.Samples.Percentiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast messages went through, and whether all arrived.
 *
 * @param perSecond what was accepted in each counted second
 * @param endToEnd from just before the POST until the frame was at the other agent
 * @param http from just before the POST until its answer
 * @param errors how often each kind happened
 * @param clientMicros processor time of this client for each counted message
 */
record ThroughputResult(
    List<Integer> perSecond,
    Percentiles endToEnd,
    Percentiles http,
    double clientMicros,
    Counts counts,
    Map<String, Integer> errors)
    implements Result {

  @Override
  public List<String> lines() {
    return List.of(
        "accepted     %s messages/s (first second %s, last second %s)"
            .formatted(
                Numbers.tenths(average()),
                Numbers.whole(perSecond.getFirst()),
                Numbers.whole(perSecond.getLast())),
        "end to end   " + Numbers.line(endToEnd),
        "HTTP         " + Numbers.line(http),
        "client       %s microseconds of processor time a message"
            .formatted(Numbers.tenths(clientMicros)));
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("accepted_per_s", average());
    fields.put("first_s", perSecond.getFirst());
    fields.put("last_s", perSecond.getLast());
    fields.put("e2e_ms", Numbers.fields(endToEnd));
    fields.put("http_ms", Numbers.fields(http));
    fields.putAll(counts.fields());
    fields.put("client_cpu_us", clientMicros);
    return fields;
  }

  private double average() {
    return perSecond.stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
