package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that is refused says why in one sentence, and leaves nothing behind. */
@Timeout(60)
final class RefusedStartTest {

  @TempDir private Path scratch;

  /** What such a start says. */
  private String refused(String... options) {
    Path data = scratch.resolve("data");
    List<String> all = new ArrayList<>(List.of("--data", data.toString()));
    all.addAll(List.of(options));
    Launch.Exit exit = Launch.toItsEnd(all.toArray(String[]::new));
    assertEquals(2, exit.code());
    assertFalse(Files.exists(data), "a directory was made");
    return exit.err().strip();
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          "Port %s of 127.0.0.1 cannot be listened on (Address already in use): choose another with --port, 0 for any free one."
              .formatted(other.getLocalPort()),
          refused("--port", Integer.toString(other.getLocalPort())));
    }
  }

  @Test
  void aWrongSeedIsNamedWithItsPlace() throws Exception {
    Path seed = Files.writeString(scratch.resolve("seed.json"), "{\"@nobody\": \"a token\"}");
    assertEquals(
        "The seed file " + seed + " is wrong at /@nobody: A handle is @owner.agent.",
        refused("--port", "0", "--seed", seed.toString()));
  }

  @Test
  void anOptionThatDoesNotExistIsNamed() throws Exception {
    assertEquals("Unknown option: '--prot'. See scripts/local --help.", refused("--prot"));
  }
}
