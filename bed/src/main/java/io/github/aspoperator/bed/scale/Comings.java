package io.github.aspoperator.bed.scale;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.ledger.CallEntry;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An agent with many sessions comes, goes, and stays away until its grace is over. */
final class Comings {

  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final String CONNECT = "ConnectFunction";
  private static final String DISCONNECT = "DisconnectFunction";

  private final Bed bed;
  private final int enough;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  /** Waits until {@code enough} sessions are told that the agent was made to leave, or all. */
  Comings(Bed bed, int enough) {
    this.bed = bed;
    this.enough = enough;
  }

  /** The figures of an agent that is in {@code sessions} sessions, each with one other agent. */
  Map<String, Double> of(int sessions) throws InterruptedException {
    BedAgent other = bed.agent("@scale.other-" + sessions);
    BedAgent agent = bed.agent("@scale.agent-" + sessions);
    figures.put("sessions", (double) sessions);
    try (Stream atOther = other.connect()) {
      String session = other.create(agent);
      agent.join(session);
      bed.ledger().awaitQuiet(QUIET);
      new Copies(bed, session).write(sessions - 1);
      bed.ledger().clear();
      comesAndGoes(agent);
      leaves(atOther, Math.min(sessions, enough));
    }
    return figures;
  }

  /** Once, while nothing else is going on: the next time its sessions are being looked at. */
  private void comesAndGoes(BedAgent agent) throws InterruptedException {
    agent.connect().close();
    while (bed.ledger().invocations(DISCONNECT).isEmpty()) {
      Thread.sleep(10);
    }
    for (String function : List.of(CONNECT, DISCONNECT)) {
      String name = function.replace("Function", "").toLowerCase(Locale.ROOT);
      figures.put(name + "_ms", least(bed.ledger().invocations(function)));
      figures.put(name + "_calls", (double) calls(function));
    }
  }

  /** Its grace is over: every session is told so, which the other agent hears. */
  private void leaves(Stream atOther, int sessions) throws InterruptedException {
    long begun = System.nanoTime();
    long heard = 0;
    List<Integer> progress = new ArrayList<>();
    while (heard < sessions) {
      Thread.sleep(500);
      heard =
          atOther.events().stream()
              .filter(event -> event.path("type").asText().equals("session.left"))
              .count();
      progress.add((int) heard);
      if (stalled(progress)) {
        throw new IllegalStateException("only " + heard + " of " + sessions + " were left");
      }
    }
    figures.put("left", (double) heard);
    figures.put("left_s", (System.nanoTime() - begun) / 1e9);
    figures.put("grace_timer_ms", least(bed.ledger().invocations("GraceQueueFunction")));
    List<InvocationEntry> work = bed.ledger().invocations("WorkQueueFunction");
    figures.put("slices", (double) work.size());
    figures.put(
        "slice_longest_ms",
        work.stream().mapToDouble(one -> one.duration().toNanos() / 1e6).max().orElse(0));
    figures.put("calls_a_slice", calls("WorkQueueFunction") / (double) work.size());
    figures.put(
        "failed",
        (double) bed.ledger().invocations().stream().filter(one -> !one.answered()).count());
  }

  /** For two minutes. */
  private static boolean stalled(List<Integer> progress) {
    int last = progress.size() - 1;
    return last > 240 && progress.get(last).equals(progress.get(last - 240));
  }

  private static double least(List<InvocationEntry> some) {
    return some.stream().mapToDouble(one -> one.duration().toNanos() / 1e6).min().orElse(0);
  }

  private long calls(String function) {
    return bed.ledger().calls().stream()
        .filter(call -> call.functionId().equals(function))
        .map(CallEntry::service)
        .filter("DynamoDB"::equals)
        .count();
  }
}
