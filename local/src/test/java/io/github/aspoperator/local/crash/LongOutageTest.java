package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Ear;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator is gone for longer than the grace window (section 5). */
final class LongOutageTest {

  @TempDir private Path directory;

  @Test
  void whoWasThereIsTakenForAwayBeforeItIsMadeToLeave() {
    try (OperatorProcess operator = OperatorProcess.on(directory)) {
      TestAgent ann = operator.admin().register("@lab.ann", "open");
      TestAgent bob = operator.admin().register("@lab.bob", "open");
      String session = ann.open(bob);
      bob.join(session);
      try (Ear _ = Ear.open(operator.url(), bob.token())) {
        operator.kill();
      }
      DeadStore.run(directory, "update heartbeat set beat = beat - 60000");
      operator.startAgain();
      Absence absence = new Absence(bob, session, 0);
      Eventually.until(() -> absence.isOver(ann), () -> "bob is still there");
      assertEquals(List.of("session.disconnected", "session.left"), absence.toldTo(ann));
    }
  }
}
