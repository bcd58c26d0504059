package io.github.aspoperator.conformance.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.conformance.LocalProcess;
import io.github.aspoperator.conformance.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * An operator behind a gateway: its windows are whole seconds, events take up to two seconds, and
 * overtake those of other sessions, and a close is noticed half a second later. That is no fault.
 */
final class LateOperatorTest {

  private static final class Late extends Fault {
    private final Random random = new Random(Long.getLong("test.seed", 0));

    @Override
    Duration delay(String frame) {
      return frame.contains("\"event_id\"")
          ? Duration.ofMillis(1 + random.nextInt(2_000))
          : Duration.ZERO;
    }

    @Override
    Duration noticesCloseAfter() {
      return Duration.ofMillis(500);
    }
  }

  @Test
  void whatIsOnlyLateIsNotWrong() throws Exception {
    StringWriter out = new StringWriter();
    try (LocalProcess operator = LocalProcess.start("--memory", "--away", "1", "--grace", "3");
        Proxy proxy = new Proxy(operator.url(), new Late())) {
      int code =
          Main.execute(
              new PrintWriter(out, true),
              new PrintWriter(out, true),
              "--url",
              proxy.url(),
              "--admin-token-file",
              operator.adminTokenFile(),
              "--away",
              "1",
              "--grace",
              "3",
              "--settle",
              "1");
      assertEquals(0, code, out::toString);
      assertTrue(out.toString().contains("failed 0, not judged 0"), out::toString);
    }
  }
}
