package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be started says why in one sentence, ends with 2, and leaves nothing behind. */
final class RefusedStartTest {

  private static final int USAGE = 2;

  @TempDir private Path directory;

  private static String refused(String... options) {
    Launch.Exit exit = Launch.toItsEnd(options);
    assertEquals(USAGE, exit.code(), exit::toString);
    assertEquals("", exit.out());
    assertEquals(1, exit.err().lines().count(), exit::err);
    return exit.err().strip();
  }

  private String refusedHere(String... options) {
    List<String> all = new java.util.ArrayList<>(List.of(options));
    all.addAll(List.of("--data", directory.toString()));
    if (!all.contains("--port")) {
      all.addAll(List.of("--port", "0"));
    }
    return refused(all.toArray(String[]::new));
  }

  @Test
  void aSecondOperatorOnTheSameData() {
    try (OperatorProcess first = OperatorProcess.on(directory)) {
      assertEquals(
          "Another operator is using the data directory %s: stop it, or choose another with --data."
              .formatted(directory),
          refusedHere());
      first.kill();
      first.startAgain();
    }
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      String sentence = refusedHere("--port", port);
      assertTrue(sentence.contains(port) && sentence.contains("--port"), sentence);
    }
  }

  @Test
  void dataOfALaterVersion() {
    DeadStore.run(directory, "pragma user_version = 99");
    String sentence = refusedHere();
    assertTrue(sentence.contains(directory.toString()) && sentence.contains("99"), sentence);
  }

  @Test
  void dataThatIsNoDatabase() throws IOException {
    Files.writeString(directory.resolve("operator.db"), "no database. ".repeat(100));
    String sentence = refusedHere();
    assertTrue(sentence.contains(directory.toString()), sentence);
  }

  @Test
  void aHostThatIsNotLoopbackUnlessTheUserKnows() {
    String sentence = refusedHere("--host", "0.0.0.0");
    assertTrue(sentence.contains("--i-know-there-is-no-tls"), sentence);
    assertFalse(Files.exists(directory.resolve("operator.db")));
    OperatorProcess.on(directory, "--host", "0.0.0.0", "--i-know-there-is-no-tls").close();
  }

  @Test
  void anOptionThatDoesNotExistOrMakesNoSense() {
    assertTrue(refused("--colour").contains("--colour"));
    assertTrue(refused("--memory", "--data", "x").contains("--memory"));
  }

  @Test
  void helpIsNoRefusal() {
    Launch.Exit exit = Launch.toItsEnd("--help");
    assertEquals(0, exit.code());
    assertEquals("", exit.err());
    for (String option :
        List.of("--port", "--host", "--data", "--memory", "--seed", "--away", "--grace")) {
      assertTrue(exit.out().contains(option), option);
    }
  }

  /** What a start says whose data directory would have been new, and was not made. */
  private String refusedBeforeAnythingIsMade(String... options) {
    Path fresh = directory.resolve("fresh");
    List<String> all = new java.util.ArrayList<>(List.of("--data", fresh.toString()));
    all.addAll(List.of(options));
    String sentence = refused(all.toArray(String[]::new));
    assertFalse(Files.exists(fresh), "a directory was made");
    return sentence;
  }

  @Test
  void aTakenPortIsNamedBeforeAnythingIsMade() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertEquals(
          "Port %s of 127.0.0.1 cannot be listened on (Address already in use): choose another with --port, 0 for any free one."
              .formatted(port),
          refusedBeforeAnythingIsMade("--port", port));
    }
  }

  @Test
  void aWrongSeedIsNamedWithItsPlaceBeforeAnythingIsMade() throws IOException {
    Path seed = Files.writeString(directory.resolve("seed.json"), "{\"@nobody\": \"a token\"}");
    assertEquals(
        "The seed file " + seed + " is wrong at /@nobody: A handle is @owner.agent.",
        refusedBeforeAnythingIsMade("--port", "0", "--seed", seed.toString()));
  }

  @Test
  void anOptionThatDoesNotExistIsNamedBeforeAnythingIsMade() {
    assertEquals(
        "Unknown option: '--prot'. See scripts/local --help.",
        refusedBeforeAnythingIsMade("--prot"));
  }
}
