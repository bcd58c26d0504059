package io.github.aspoperator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.conformance.checks.Suite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local operator passes every check, on both of its stores. */
final class LocalOperatorTest {

  private static final List<String> WINDOWS = List.of("--away", "0.5", "--grace", "1");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private void passesAll(String... store) {
    List<String> options = new ArrayList<>(List.of(store));
    options.addAll(WINDOWS);
    try (LocalProcess local = LocalProcess.start(options.toArray(String[]::new))) {
      List<String> arguments = new ArrayList<>(WINDOWS);
      arguments.addAll(List.of("--url", local.url(), "--admin-token-file", local.adminTokenFile()));
      int code =
          Main.execute(
              new PrintWriter(out, true),
              new PrintWriter(err, true),
              arguments.toArray(String[]::new));
      assertEquals(0, code, () -> out.toString() + err);
      String sums = "passed " + Suite.all().size() + ", failed 0, not judged 0";
      assertTrue(out.toString().contains(sums), out::toString);
    }
  }

  @Test
  void inMemory() {
    passesAll("--memory");
  }

  @Test
  void onFiles(@TempDir Path data) {
    passesAll("--data", data.toString());
  }

  @Test
  void whereNobodyListensNothingCanBeJudged() {
    int code =
        Main.execute(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "--url",
            "http://127.0.0.1:1",
            "--agents",
            "{}");
    assertEquals(2, code);
    assertEquals("http://127.0.0.1:1 cannot be reached.", err.toString().strip());
  }
}
