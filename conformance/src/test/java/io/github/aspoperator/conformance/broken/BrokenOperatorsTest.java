package io.github.aspoperator.conformance.broken;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.conformance.LocalProcess;
import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.checks.Suite;
import io.github.aspoperator.conformance.engine.Conformance;
import io.github.aspoperator.conformance.report.Verdict;
import io.github.aspoperator.conformance.subject.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each broken operator fails the check that is named for it, and few others. With {@code
 * -Dbroken=key} only those whose name says so are judged.
 *
 * <p>To save time a broken operator is judged by the check that is named and by two thirds of the
 * others, a different two thirds for each of three in turn: so every check meets most of them. How
 * many others fail is therefore a sample; some that fail a dozen of all others may pass. One that
 * the whole run must find is judged by all, since any check may be where it shows.
 */
@Execution(ExecutionMode.CONCURRENT)
final class BrokenOperatorsTest {

  /** Of the two thirds, and of all where all judge. */
  private static final int MOST_OTHERS = 8;

  /** One check of so many is left out. */
  private static final int LEFT_OUT_OF = 3;

  private static final String WHOLE_RUN = "ASP-RUN-";
  private static final Duration AWAY = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static Optional<LocalProcess> local = Optional.empty();

  @BeforeAll
  static void start() {
    local = Optional.of(LocalProcess.start("--memory", "--away", "0.5", "--grace", "1.5"));
  }

  @AfterAll
  static void stop() {
    local.ifPresent(LocalProcess::close);
  }

  static Stream<Broken> broken() {
    String wanted = System.getProperty("broken", "");
    return Broken.all().stream().filter(broken -> broken.name().contains(wanted));
  }

  @Test
  void aProxyThatBreaksNothingFailsNothing() throws Exception {
    Set<String> failed = failed(new Fault(), Suite.all());
    assertTrue(failed.isEmpty(), failed::toString);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void itIsFound(Broken broken) throws Exception {
    Set<String> failed = failed(broken.fault().get(), judging(broken));
    assertTrue(
        failed.contains(broken.check()), () -> broken.check() + " passed; failed: " + failed);
    assertTrue(failed.size() <= MOST_OTHERS + 1, () -> "too many failed: " + failed);
  }

  /** The same ones in every run, since both lists have their order. */
  private static List<Found> judging(Broken broken) {
    List<Found> all = Suite.all();
    if (broken.check().startsWith(WHOLE_RUN)) {
      return all;
    }
    int turn = Broken.all().stream().map(Broken::name).toList().indexOf(broken.name());
    return IntStream.range(0, all.size())
        .filter(i -> (i + turn) % LEFT_OUT_OF != 0 || all.get(i).id().equals(broken.check()))
        .mapToObj(all::get)
        .toList();
  }

  private static Set<String> failed(Fault fault, List<Found> checks) throws Exception {
    LocalProcess operator = local.orElseThrow();
    try (Proxy proxy = new Proxy(operator.url(), fault)) {
      Target target = target(operator, proxy.url());
      Verdict verdict = Verdict.of(Conformance.judge(target, checks, 24), Set.of());
      return new TreeSet<>(verdict.unexpected());
    }
  }

  private static Target target(LocalProcess operator, String url) throws IOException {
    String token = Files.readString(Path.of(operator.adminTokenFile())).strip();
    return new Target(
        URI.create(url),
        URI.create(url.replaceFirst("^http", "ws") + "/connect"),
        List.of(),
        Optional.of(new Target.Admin(URI.create(url), token)),
        Optional.of(new Target.Windows(AWAY, GRACE)),
        Duration.ZERO,
        PATIENCE);
  }
}
