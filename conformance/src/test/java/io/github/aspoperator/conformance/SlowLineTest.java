package io.github.aspoperator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * At the end of a long line the operator is as right as here. This is a part of the suite, at a
 * third of a second; CONTRIBUTING.md says how the whole is judged at one second.
 */
final class SlowLineTest {

  @Test
  void latencyIsNoFault() throws Exception {
    StringWriter out = new StringWriter();
    try (LocalProcess operator = LocalProcess.start("--memory", "--away", "1", "--grace", "4");
        SlowLine line = SlowLine.to(operator.url(), Duration.ofMillis(300))) {
      int code =
          Main.execute(
              new PrintWriter(out, true),
              new PrintWriter(out, true),
              "--url",
              line.url(),
              "--admin-token-file",
              operator.adminTokenFile(),
              "--away",
              "1",
              "--grace",
              "4",
              "--only",
              "ASP-SES,ASP-ELI,ASP-DEL,ASP-PRE,ASP-BLK,ASP-CNN,ASP-RUN");
      assertEquals(0, code, out::toString);
      assertTrue(out.toString().contains("failed 0, not judged 0"), out::toString);
    }
  }
}
