package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation to copy and paste is between agents that can have it. */
final class StartScreenTest {

  @TempDir private Path directory;

  private String screen(String... options) {
    try (OperatorProcess operator = OperatorProcess.on(directory, options)) {
      return operator.said();
    }
  }

  @Test
  void openAgentsWhoseTokensAreHereTalkAlsoAtALaterStart() {
    assertTrue(screen().contains("@alice.test opens a session with @bob.test"));
    assertTrue(screen().contains("@alice.test opens a session with @bob.test"));
  }

  @Test
  void withoutTwoOpenAgentsItSaysHowToMakeSome() throws IOException {
    Path seed = Files.writeString(directory.resolve("seed.json"), "{\"@lab.ann\": \"secret\"}");
    String screen = screen("--seed", seed.toString());
    assertTrue(screen.contains("No two open agents"), screen);
    assertFalse(screen.contains("@alice.test"), screen);
  }
}
