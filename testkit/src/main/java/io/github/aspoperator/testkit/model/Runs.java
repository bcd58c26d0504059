package io.github.aspoperator.testkit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.testkit.model.world.Absence;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Random commands by random agents, over HTTP and WebSocket, and a small reference model, which
 * knows docs/protocol.md only. The runs are drawn from one seed, which is printed. A run that fails
 * is made small and told with the seed, its number and what it did, in the words of the wire; the
 * system property {@code test.seed} plays the same runs again, and with {@code test.run} just one.
 */
public final class Runs {

  private static final long SEED = Long.getLong("test.seed", new Random().nextLong());
  private static final Optional<Integer> ONLY = Optional.ofNullable(Integer.getInteger("test.run"));
  private static final long PATIENCE_MILLIS = 20_000;

  private static final int MOST_IN_TIME = 1_000;

  private final int atOnce;
  private final Table table = new Table();

  /** Runs of which {@code atOnce} are played at the same time. */
  public Runs(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Plays {@code count} runs from number {@code first} on, on an operator whose windows make of an
   * absence what {@code absence} says; throws when one goes wrong.
   */
  public void play(Subject operator, Absence absence, int first, int count) throws Exception {
    try (ExecutorService players =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      Map<Integer, Future<Optional<Run.Failure>>> runs = new LinkedHashMap<>();
      IntStream.range(first, first + count)
          .filter(number -> number == ONLY.orElse(number))
          .forEach(
              number -> runs.put(number, players.submit(() -> play(operator, absence, number))));
      for (Map.Entry<Integer, Future<Optional<Run.Failure>>> run : runs.entrySet()) {
        Optional<Run.Failure> failure = run.getValue().get();
        if (failure.isPresent()) {
          players.shutdownNow();
          throw Shrinking.told(SEED, run.getKey(), operator, absence, failure.get());
        }
      }
    }
  }

  /**
   * Plays as many runs from number {@code first} on as can be begun in {@code time}, but a few at
   * least and 1,000 at most.
   */
  public void playFor(Duration time, Subject operator, Absence absence, int first)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    int next = first;
    do {
      play(operator, absence, next, atOnce);
      next += atOnce;
    } while (System.nanoTime() < end && next < first + MOST_IN_TIME);
  }

  private Optional<Run.Failure> play(Subject operator, Absence absence, int number) {
    Plan plan = Plan.draw(new Random(SEED + number * 0x9e37_79b9_7f4a_7c15L));
    Run run = new Run(operator, absence, plan, PATIENCE_MILLIS);
    Optional<Run.Failure> failure = run.play("m" + number);
    table.addAll(run.table());
    return failure;
  }

  /** Prints the seed, and how often each command came to each outcome that the table knows. */
  public void tell() {
    System.out.println("-Dtest.seed=" + SEED + table);
    assertEquals(Set.of(), table.unknown(Cells.ALL), "seen, but not in the table");
  }

  /** Fails when a command never came to one of its outcomes. */
  public void assertNothingIsMissing() {
    if (ONLY.isEmpty()) {
      assertEquals(Set.of(), table.missing(Cells.ALL), "never seen with -Dtest.seed=" + SEED);
    }
  }
}
