package io.github.aspoperator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local operator passes every check, on both of its stores. */
final class LocalOperatorTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int judge(String... store) {
    String[] windows = {"--away", "0.3", "--grace", "0.9"};
    String[] options =
        java.util.stream.Stream.of(store, windows)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new);
    try (LocalProcess local = LocalProcess.start(options)) {
      return Main.execute(
          new PrintWriter(out, true),
          new PrintWriter(err, true),
          "--url",
          local.url(),
          "--admin-token-file",
          local.adminTokenFile(),
          "--away",
          "0.3",
          "--grace",
          "0.9");
    }
  }

  @Test
  void inMemory() {
    assertEquals(0, judge("--memory"), () -> out.toString() + err);
  }

  @Test
  void onFiles(@TempDir Path data) {
    assertEquals(0, judge("--data", data.toString()), () -> out.toString() + err);
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
