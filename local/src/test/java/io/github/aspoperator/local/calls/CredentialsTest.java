package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.testkit.client.Answer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what the others are told (protocol sections 1 and 7). */
class CredentialsTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);
  private static final String NONE = "Bearer";
  private static final String INVALID = "Bearer error=\"invalid_token\"";

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static void assertUnauthorized(String challenge, Answer answer) {
    assertEquals(401, answer.status(), answer.body());
    assertEquals(List.of(challenge), answer.headers().allValues("WWW-Authenticate"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /sessions",
    "GET, /sessions",
    "GET, /sessions/S1",
    "GET, /sessions/S1/events",
    "POST, /sessions/S1/join",
    "POST, /sessions/S1/invite",
    "POST, /sessions/S1/messages",
    "POST, /sessions/S1/leave",
    "POST, /sessions/S1/end",
    "POST, /sessions/S1/reopen",
    "GET, /connect",
    "POST, /connect/tickets",
    "POST, /_admin/agents",
    "GET, /_admin/agents",
    "GET, /_admin/agents/@alice",
    "PATCH, /_admin/agents/@alice",
    "DELETE, /_admin/agents/@alice",
    "POST, /_admin/agents/@alice/rotate-token",
    "POST, /_admin/agents/@alice/allowlist",
    "DELETE, /_admin/agents/@alice/allowlist/@acme.*",
    "GET, /_admin/agents/@alice/blocks",
    "PUT, /_admin/agents/@alice/blocks/@bob",
    "DELETE, /_admin/agents/@alice/blocks/@bob",
    "POST, /_admin/owners",
    "POST, /_admin/owners/OWNER/rotate-token",
    "DELETE, /_admin/owners/OWNER",
  })
  void everyCallAsksForCredentials(String method, String path) {
    Script script = new Script(new Cast(OPERATOR, "alice")).as("stranger", "asp_nobody");
    assertUnauthorized(NONE, script.call("nobody", method, path, "{}"));
    assertUnauthorized(INVALID, script.call("stranger", method, path, "{}"));
    String wrongSide = path.startsWith("/_admin") ? "alice" : "admin";
    assertUnauthorized(INVALID, script.call(wrongSide, method, path, "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Digest x", "Bearerx y", "Token x", ""})
  void anotherSchemeIsNoToken(String value) {
    Script script = new Script(new Cast(OPERATOR));
    assertUnauthorized(
        NONE, script.call("nobody", "GET", "/sessions", "", "Authorization: " + value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer ", "bearer x", "Bearer a b", "Bearer \u00e9", "Bearer\tx"})
  void whatCannotBeATokenIsNone(String value) {
    Script script = new Script(new Cast(OPERATOR));
    Answer answer = script.call("nobody", "GET", "/sessions", "", "Authorization: " + value);
    assertEquals(401, answer.status());
  }

  @Test
  void theSchemeIsReadWithoutRegardToCaseAndATokenIsNot() {
    Cast cast = new Cast(OPERATOR, "alice");
    Script script = new Script(cast);
    String token = cast.get("alice").token();
    String[] good = {"bearer " + token, "BEARER   " + token, " Bearer " + token + " "};
    for (String value : good) {
      Answer answer = script.call("nobody", "GET", "/sessions", "", "Authorization:" + value);
      assertEquals(200, answer.status(), value);
    }
    String[] bad = {token.toUpperCase(Locale.ROOT), token + "A", token.substring(1), token + ","};
    for (String value : bad) {
      assertUnauthorized(
          INVALID, script.call("nobody", "GET", "/sessions", "", "Authorization: Bearer " + value));
    }
    assertUnauthorized(
        INVALID, script.call("alice", "GET", "/sessions", "", "Authorization: Bearer " + token));
  }

  @Test
  void theAgentThatIsNamedMustBeTheOneThatIsAuthenticated() {
    Script script = new Script(new Cast(OPERATOR, "alice", "bob"));
    assertEquals(200, script.call("alice", "GET", "/sessions", "", "X-ASP-Agent: @alice").status());
    for (String named : new String[] {"@bob", "@nobody", "alice", "", "@alice, @bob"}) {
      assertUnauthorized(
          INVALID, script.call("alice", "GET", "/sessions", "", "X-ASP-Agent: " + named));
    }
    assertUnauthorized(
        INVALID,
        script.call("alice", "GET", "/sessions", "", "X-ASP-Agent: @alice", "X-ASP-Agent: @bob"));
  }

  @Test
  void aRotatedTokenAndARemovedOneStopWorkingAtOnce() {
    Cast cast = new Cast(OPERATOR, "alice");
    Script script = new Script(cast).as("old", cast.get("alice").token());
    script.play("old GET /sessions -> 200 {\"sessions\":[]}");
    OPERATOR.admin().rotate(cast.get("alice"));
    assertUnauthorized(INVALID, script.call("old", "GET", "/sessions", ""));
    script.play(
        """
        alice GET    /sessions -> 200 {"sessions":[]}
        admin DELETE /_admin/agents/@alice -> 204
        """);
    assertUnauthorized(INVALID, script.call("alice", "GET", "/sessions", ""));
  }
}
