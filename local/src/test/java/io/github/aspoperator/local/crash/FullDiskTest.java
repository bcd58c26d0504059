package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes no more: the system limits how large the files of the operator's process may
 * grow, and lifts that again, which util-linux's {@code prlimit} can do to a process that runs.
 */
final class FullDiskTest {

  private static final String TEXT = "x".repeat(4_000);
  private static final int UNAVAILABLE = 503;

  @TempDir private Path directory;

  @Test
  void withoutSpaceWritesAreUnavailableAndWithSpaceWorkGoesOn_whereThereIsPrlimit() {
    assumeTrue(isThere("prlimit"), "no prlimit here");
    try (OperatorProcess operator = OperatorProcess.on(directory, "--away", "0")) {
      TestAgent ann = operator.admin().register("@lab.ann", "open");
      TestAgent bob = operator.admin().register("@lab.bob", "open");
      String session = ann.open(bob);
      bob.join(session);
      Map<String, Long> acknowledged = new HashMap<>();
      try (Stream atAnn = ann.connect();
          Stream atBob = bob.connect()) {
        atBob.await(session, 2);
        long size = directory.resolve("operator.db-wal").toFile().length();
        limit(operator, size + 300_000);
        int sent = 0;
        while (send(ann, session, sent, acknowledged) == 201) {
          sent++;
        }
        limit(operator, 1);

        Answer refused = ann.post("/sessions/" + session + "/leave", "");
        assertEquals(UNAVAILABLE, refused.status());
        assertEquals("UNAVAILABLE", refused.code());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
        assertEquals(UNAVAILABLE, ann.post("/sessions", "{}").status());
        assertEquals(UNAVAILABLE, assertThrows(Refused.class, bob::connect).status());
        assertEquals(200, ann.get("/healthz").status());
        assertEquals(200, ann.get("/sessions/" + session).status());
        atBob.cut();

        limit(operator, Long.MAX_VALUE);
        int refusedSend = sent;
        Eventually.until(
            () -> send(ann, session, refusedSend, acknowledged) == 201, operator::said);
        var _ = send(ann, session, sent + 1, acknowledged);
        // that bob went, unseen while nothing could be written, is made up for
        atAnn.await(all ->
            all.stream().anyMatch(f -> f.path("type").asText().equals("session.disconnected")));
      }
      operator.kill();
      operator.startAgain();
      Map<String, Long> kept = new HashMap<>();
      ann.history(session).stream()
          .map(event -> event.path("payload"))
          .filter(payload -> payload.has("idempotency_key"))
          .forEach(payload ->
              kept.put(
                  payload.path("idempotency_key").asText(), payload.path("sequence").asLong()));
      assertEquals(acknowledged, kept);
      assertEquals(
          ann.history(session).size(), ann.history(session).getLast().path("sequence").asInt());
    }
  }

  private static int send(
      TestAgent agent, String session, int number, Map<String, Long> acknowledged) {
    String body = "{\"content\":\"" + TEXT + "\",\"idempotency_key\":\"" + number + "\"}";
    Answer answer = agent.post("/sessions/" + session + "/messages", body);
    if (answer.status() == 201) {
      acknowledged.put(String.valueOf(number), answer.json().path("sequence").asLong());
    }
    return answer.status();
  }

  private static void limit(OperatorProcess operator, long bytes) {
    String soft = bytes == Long.MAX_VALUE ? "unlimited:" : bytes + ":";
    assertEquals(0, run("prlimit", "--pid", String.valueOf(operator.pid()), "--fsize=" + soft));
  }

  private static boolean isThere(String command) {
    try {
      return run(command, "--version") == 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static int run(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command[0] + " does not end");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
