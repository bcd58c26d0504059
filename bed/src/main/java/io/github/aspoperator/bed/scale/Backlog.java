package io.github.aspoperator.bed.scale;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** An agent returns to a big backlog while two others talk. */
final class Backlog {

  private static final Duration QUIET = Duration.ofSeconds(3);

  /** Messages of the two, before the return; as many come after it, or more while it lasts. */
  private static final int MESSAGES = 200;

  private final Bed bed;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  Backlog(Bed bed) {
    this.bed = bed;
  }

  /** The figures of a return to {@code sessions} sessions with {@code missed} messages in each. */
  Map<String, Double> of(int sessions, int missed) throws InterruptedException {
    BedAgent alice = bed.agent("@live.alice");
    BedAgent bob = bed.agent("@live.bob");
    String live = alice.create(bob);
    bob.join(live);
    BedAgent sender = bed.agent("@backlog.sender");
    BedAgent absent = bed.agent("@backlog.absent");
    Map<String, Long> owed = owe(sender, absent, sessions, missed);
    bed.ledger().awaitQuiet(QUIET);
    try (Stream atBob = bob.connect()) {
      talk(alice, atBob, live, MESSAGES);
      put("alone", talk(alice, atBob, live, MESSAGES));
      long begun = System.nanoTime();
      try (Stream atAbsent = absent.connect()) {
        List<Double> meanwhile = new ArrayList<>();
        while (atAbsent.events().size() < (long) sessions * (missed + 2)
            && System.nanoTime() - begun < Duration.ofMinutes(5).toNanos()) {
          meanwhile.addAll(talk(alice, atBob, live, 10));
        }
        figures.put("replayed_s", (System.nanoTime() - begun) / 1e9);
        put("beside_a_replay", meanwhile);
        figures.put("replayed", (double) atAbsent.events().size());
        bed.ledger().awaitQuiet(QUIET);
        figures.put("wrong", (double) wrong(atAbsent, owed) + wrong(atBob, live));
      }
    }
    figures.put("p50_ratio", ratio("p50_ms"));
    figures.put("p99_ratio", ratio("p99_ms"));
    return figures;
  }

  private double ratio(String name) {
    return Objects.requireNonNull(figures.get("beside_a_replay_" + name))
        / Objects.requireNonNull(figures.get("alone_" + name));
  }

  private static Map<String, Long> owe(BedAgent sender, BedAgent absent, int sessions, int missed) {
    Map<String, Long> last = new HashMap<>();
    for (int i = 0; i < sessions; i++) {
      String session = sender.create(absent);
      absent.join(session);
      for (int message = 0; message < missed; message++) {
        last.put(session, sender.say(session, "while you were away"));
      }
    }
    return last;
  }

  /** Milliseconds from the call of each message to its arrival. */
  private static List<Double> talk(BedAgent from, Stream at, String session, int messages)
      throws InterruptedException {
    List<Double> lags = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      long begun = System.nanoTime();
      at.await(session, from.say(session, "live"));
      lags.add((System.nanoTime() - begun) / 1e6);
    }
    return lags;
  }

  private void put(String name, List<Double> lags) {
    double[] sorted = lags.stream().mapToDouble(lag -> lag).sorted().toArray();
    figures.put(name + "_messages", (double) sorted.length);
    figures.put(name + "_p50_ms", sorted[sorted.length / 2]);
    figures.put(name + "_p99_ms", sorted[(int) (sorted.length * 0.99)]);
  }

  /** Sessions in which something is lost, repeated or swapped: up to the last, all in order. */
  private static long wrong(Stream stream, Map<String, Long> owed) {
    return owed.entrySet().stream()
        .filter(one ->
            !stream
                .sequences(one.getKey())
                .equals(LongStream.rangeClosed(1, one.getValue()).boxed().toList()))
        .count();
  }

  private static long wrong(Stream stream, String session) {
    List<Long> sequences = stream.sequences(session);
    long first = sequences.getFirst();
    return sequences.equals(LongStream.range(first, first + sequences.size()).boxed().toList())
        ? 0
        : 1;
  }
}
