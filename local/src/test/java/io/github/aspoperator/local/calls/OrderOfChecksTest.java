package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** 404 or 405 → 401 → 429 → 400 or 413 → a remembered key → 404 → 409 (protocol section 3). */
class OrderOfChecksTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  /** Two requests at once, and then one a second. */
  private static final TestOperator SLOW = TestOperator.start(Setting.MEMORY.rate(1));

  @AfterAll
  static void stop() {
    OPERATOR.close();
    SLOW.close();
  }

  @Test
  void theRouteComesBeforeTheCredentials() {
    new Script(new Cast(OPERATOR))
        .play(
            """
            nobody POST   /sessions/S1/nothing x -> 404 NOT_FOUND
            nobody DELETE /sessions x -> 405 METHOD_NOT_ALLOWED
            """);
  }

  @Test
  void theCredentialsComeBeforeTheRateAndTheBody() {
    new Script(new Cast(SLOW))
        .as("stranger", "asp_nobody")
        .play(
            """
            stranger POST /sessions x -> 401 UNAUTHORIZED
            stranger POST /sessions x -> 401 UNAUTHORIZED
            stranger POST /sessions x -> 401 UNAUTHORIZED
            nobody   GET  /sessions?limit=x -> 401 UNAUTHORIZED
            nobody   GET  /connect?x=1 -> 401 UNAUTHORIZED
            admin    POST /_admin/agents x -> 400 INVALID_REQUEST
            nobody   POST /_admin/agents x -> 401 UNAUTHORIZED
            """);
  }

  @Test
  void theRateComesBeforeTheBodyAndIsCountedForEachAgentAlone() {
    Script script = new Script(new Cast(SLOW, "alice", "bob"));
    script.play(
        """
        alice POST /sessions x -> 400 INVALID_REQUEST
        alice GET  /sessions?x -> 400 INVALID_REQUEST ?x
        """);
    assertLimitedSoon(() -> script.call("alice", "POST", "/sessions", "x"));
    assertLimitedSoon(() -> script.call("alice", "GET", "/sessions?x", ""));
    assertLimitedSoon(() -> script.call("alice", "GET", "/connect?x", ""));
    script.play(
        """
        bob   POST /sessions x -> 400 INVALID_REQUEST
        bob   GET  /connect?x -> 400 INVALID_REQUEST ?x
        admin GET  /_admin/agents/@alice -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
        admin GET  /_admin/agents/@alice -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
        admin GET  /_admin/agents/@alice -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
        nobody GET /healthz -> 200 {"status":"ok","version":"0.1.0"}
        """);
  }

  /** At one request a second, who asks and asks is soon told to wait; until then it is 400. */
  private static void assertLimitedSoon(Supplier<Answer> call) {
    Answer answer = call.get();
    for (int i = 0; i < 50 && answer.status() == 400; i++) {
      answer = call.get();
    }
    assertEquals("429 RATE_LIMITED", answer.status() + " " + answer.code());
    assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void theHandshakeIsCountedToo() {
    TestAgent alice = new Cast(SLOW).get("alice");
    List<Stream> open = new ArrayList<>();
    Refused refused =
        assertThrows(
            Refused.class,
            () -> {
              while (open.size() < 40) {
                open.add(alice.connect());
              }
            });
    assertEquals(429, refused.status());
    open.forEach(Stream::close);
  }

  @Test
  void theBodyComesBeforeARememberedKeyAndThatBeforeNotFoundAndConflict() {
    new Script(new Cast(OPERATOR, "alice", "bob"))
        .play(
            """
            alice POST /sessions {} -> 201 {"session_id":"S1"}
            alice POST /sessions/S1/messages {"content":"x","idempotency_key":"k"} -> 201 {"message_id":"M1","sequence":1}
            alice POST /sessions/S1/end -> 200 {"ok":true}
            alice POST /sessions/S1/messages {"content":[],"idempotency_key":"k"} -> 400 INVALID_REQUEST /content
            alice POST /sessions/S1/messages {"content":"x","idempotency_key":"k"} -> 201 {"message_id":"M1","sequence":1}
            alice POST /sessions/S1/messages {"content":"y","idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            alice POST /sessions/S1/messages {"content":"y","idempotency_key":"l"} -> 409 SESSION_ENDED
            bob   POST /sessions/S1/messages {"content":[]} -> 400 INVALID_REQUEST /content
            bob   POST /sessions/S1/messages {"content":"y"} -> 404 NOT_FOUND
            bob   POST /sessions/x/messages {} -> 400 INVALID_REQUEST /content
            bob   POST /sessions/x/join [] -> 400 INVALID_REQUEST
            bob   GET  /sessions/x?y -> 400 INVALID_REQUEST ?y
            bob   GET  /sessions/x/events?limit=0 -> 400 INVALID_REQUEST ?limit
            admin PATCH /_admin/agents/@none {} -> 400 INVALID_REQUEST /policy
            admin PATCH /_admin/agents/@none {"policy":"open"} -> 404 NOT_FOUND
            """);
  }

  @Test
  void aRequestThatIsTooLargeIsRefusedBeforeItsSessionIsLookedFor() {
    Script script = new Script(new Cast(OPERATOR, "alice"));
    String large = "{\"content\":\"" + "x".repeat(97 * 1024) + "\"}";
    assertEquals(413, script.call("alice", "POST", "/sessions/x/messages", large).status());
    String larger = "x".repeat(256 * 1024 + 1);
    assertEquals(413, script.call("alice", "POST", "/sessions/x/join", larger).status());
    assertEquals(401, script.call("nobody", "POST", "/sessions/x/join", larger).status());
    assertEquals(405, script.call("nobody", "PUT", "/sessions/x/join", larger).status());
  }
}
