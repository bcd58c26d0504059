package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.AdminClient;
import io.github.aspoperator.local.client.TestAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which agents are there when the operator has started. */
final class SeedTest {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "@alice.test", "open",
          "@bob.test", "open",
          "@carol.test", "open",
          "@closed.test", "allowlist");

  @TempDir private Path directory;

  private static Map<String, String> agents(AdminClient admin) {
    Map<String, String> agents = new TreeMap<>();
    JsonNode all = admin.call("GET", "/agents", "").json().path("agents");
    all.forEach(a -> agents.put(a.path("handle").asText(), a.path("policy").asText()));
    return agents;
  }

  private Path seed(String json) throws IOException {
    return Files.writeString(directory.resolve("seed.json"), json);
  }

  @Test
  void theDefaultAgentsAreThereInAFreshDirectoryOnly() throws IOException {
    try (OperatorProcess operator = OperatorProcess.on(directory)) {
      assertEquals(DEFAULTS, agents(operator.admin()));
      for (String agent : DEFAULTS.keySet()) {
        modeIs("rw-------", "tokens/" + agent);
      }
      modeIs("rw-------", "admin-token");
      modeIs("rwx------", "tokens");
      operator.admin().call("DELETE", "/agents/@bob.test", "");
      operator.kill();
      operator.startAgain();
      assertEquals(3, agents(operator.admin()).size());
    }
  }

  @Test
  void aFirstStartThatWasKilledIsMadeUpForByTheNext() {
    try (OperatorProcess operator = OperatorProcess.on(directory)) {
      operator.kill();
      // as a kill leaves it behind the third agent and before the third token
      DeadStore.run(directory, "delete from credentials where principal in ('r', 'a@carol.test')");
      DeadStore.run(directory, "delete from credentials where principal = 'a@closed.test'");
      DeadStore.run(directory, "delete from agents where name = 'test' and owner = 'closed'");
      operator.startAgain();
      assertEquals(DEFAULTS, agents(operator.admin()));
      for (String agent : DEFAULTS.keySet()) {
        assertEquals(200, status(operator, operator.secret("tokens/" + agent).secret()), agent);
      }
    }
  }

  @Test
  void aSeedThatHasTheTokenOfAnotherAgentIsRefused() throws IOException {
    Path file = seed("{\"@lab.ann\": \"secret\"}");
    OperatorProcess.on(directory, "--seed", file.toString()).close();
    var _ = seed("{\"@lab.bob\": \"secret\"}");
    Launch.Exit exit = wrong(file);
    assertTrue(exit.err().contains("@lab.bob"), exit::err);
    try (OperatorProcess operator = OperatorProcess.on(directory)) {
      assertEquals(Map.of("@lab.ann", "allowlist"), agents(operator.admin()));
      assertEquals(200, status(operator, "secret"));
    }
  }

  private void modeIs(String mode, String file) throws IOException {
    assertEquals(
        PosixFilePermissions.fromString(mode),
        Files.getPosixFilePermissions(directory.resolve(file)),
        file);
  }

  @Test
  void aSeedFileMakesNewAgentsAndLeavesThoseAlreadyThereAlone() throws IOException {
    Path file =
        seed("{\"@lab.ann\": \"first-secret\", \"@lab.bob\": {\"inbound_policy\": \"open\"}}");
    try (OperatorProcess operator = OperatorProcess.on(directory, "--seed", file.toString())) {
      assertEquals(Map.of("@lab.ann", "allowlist", "@lab.bob", "open"), agents(operator.admin()));
      assertEquals("first-secret", operator.secret("tokens/@lab.ann").secret());
      modeIs("rw-------", "tokens/@lab.ann");
      String bob = operator.secret("tokens/@lab.bob").secret();
      operator.kill();

      var _ =
          seed(
              """
              {"@lab.ann": {"token": "other-secret", "inbound_policy": "open"},
               "@lab.cat": {"token": "cats-secret", "allowlist": ["@lab.ann", "@zoo.*"]}}
              """);
      operator.startAgain();
      assertEquals(
          Map.of("@lab.ann", "allowlist", "@lab.bob", "open", "@lab.cat", "allowlist"),
          agents(operator.admin()));
      assertTrue(operator.said().contains("left alone    @lab.ann"), operator::said);
      assertEquals("first-secret", operator.secret("tokens/@lab.ann").secret());
      assertEquals(200, status(operator, "first-secret"));
      assertEquals(401, status(operator, "other-secret"));
      assertEquals(200, status(operator, "cats-secret"));
      assertEquals(200, status(operator, bob));
      JsonNode cat = operator.admin().call("GET", "/agents/@lab.cat", "").json();
      assertEquals(
          List.of("@lab.ann", "@zoo.*"),
          cat.path("allowlist").valueStream().map(JsonNode::asText).toList());
    }
  }

  private static int status(OperatorProcess operator, String token) {
    return new TestAgent(operator::url, "@lab.any", token).get("/sessions").status();
  }

  @Test
  void aSeedFileThatIsWrongIsRefusedWithThePlace() throws IOException {
    Path file = seed("{\"@lab.ann\": {\"allowlist\": [\"@lab.bob\", \"everybody\"]}}");
    Launch.Exit exit = wrong(file);
    assertTrue(exit.err().contains(file + " is wrong at /@lab.ann/allowlist/1: "), exit::err);
  }

  private Launch.Exit wrong(Path file) {
    Launch.Exit exit =
        Launch.toItsEnd("--port", "0", "--data", directory.toString(), "--seed", file.toString());
    assertEquals(2, exit.code());
    assertEquals(1, exit.err().lines().count(), exit::err);
    return exit;
  }
}
