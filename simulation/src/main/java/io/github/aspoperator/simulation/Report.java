package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Size;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads of a campaign. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** The options that name {@code schedule}. */
  static String schedule(Schedule schedule) {
    StringBuilder text = new StringBuilder("--seed " + schedule.seed());
    text.append(schedule.size() == Size.SMALL ? " --small" : "");
    text.append(" --acts ").append(schedule.acts());
    if (!schedule.skipped().isEmpty()) {
      text.append(" --skip ").append(list(schedule.skipped()));
    }
    if (!schedule.without().isEmpty()) {
      text.append(" --without ").append(list(schedule.without()));
    }
    return text.toString();
  }

  private static String list(Iterable<?> all) {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(text.isEmpty() ? "" : ",").append(one));
    return text.toString();
  }

  void bad(Verdict verdict) {
    out.println("VIOLATION: " + schedule(verdict.schedule()));
    verdict.troubles().forEach(trouble -> out.println("  " + trouble));
    out.println("  struck: " + struck(verdict));
  }

  private static String struck(Verdict verdict) {
    String faults =
        verdict.faults().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return faults.isEmpty() ? "nothing" : faults;
  }

  void shrunk(Verdict verdict) {
    Schedule schedule = verdict.schedule();
    out.printf(
        Locale.ROOT,
        "  the same from %d acts in %,d steps, struck by %s:%n",
        schedule.acts() - schedule.skipped().size(),
        verdict.steps(),
        struck(verdict));
    out.println("    scripts/simulate --trace " + schedule(schedule));
  }

  void sum(Tally tally, long from, double seconds) {
    out.printf(
        Locale.ROOT,
        "%,d schedules from seed %d on, %,d steps, %.1f each, in %.1f s: %,.0f schedules and %,.0f"
            + " steps a second%n",
        tally.schedules(),
        from,
        tally.steps(),
        tally.stepsPerSchedule(),
        seconds,
        tally.schedules() / seconds,
        tally.steps() / seconds);
    counts("faults", tally.faults());
    counts("races", tally.races());
    if (!tally.never().isEmpty()) {
      out.println("never happened: " + String.join(", ", tally.never()));
    }
    out.println(
        tally.bad().isEmpty()
            ? "no invariant was violated"
            : tally.bad().size() + " schedules violate an invariant");
  }

  private void counts(String what, Map<? extends Enum<?>, Long> counts) {
    out.println(what + ":");
    counts.forEach((one, count) -> out.printf(Locale.ROOT, "  %-22s %,14d%n", one, count));
  }

  /** For programs. */
  static String json(Tally tally, double seconds) {
    return String.format(
        Locale.ROOT,
        "{\"schedules\":%d,\"steps\":%d,\"steps_per_schedule\":%.1f,\"seconds\":%.1f,"
            + "\"per_s\":%.0f,\"violations\":%d,\"seeds\":[%s],\"faults\":%s,\"races\":%s}",
        tally.schedules(),
        tally.steps(),
        tally.stepsPerSchedule(),
        seconds,
        tally.schedules() / seconds,
        tally.bad().size(),
        tally.bad().stream()
            .map(bad -> Long.toString(bad.schedule().seed()))
            .collect(Collectors.joining(",")),
        object(tally.faults()),
        object(tally.races()));
  }

  private static String object(Map<? extends Enum<?>, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> "\"" + each.getKey().name().toLowerCase(Locale.ROOT) + "\":" + each.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
