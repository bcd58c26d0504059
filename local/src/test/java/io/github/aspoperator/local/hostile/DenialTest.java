package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.Script;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A denial and an unknown handle give the same bytes, headers included; only request ids and times
 * differ (protocol section 2).
 */
class DenialTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  /** Why alice and bob cannot meet. */
  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put("never registered", "");
    REASONS.put(
        "closed",
        """
        admin POST /_admin/agents {"handle":"@bob"} -> 201 {"handle":"@bob","policy":"allowlist","allowlist":[],"token":"TOKEN"}
        """);
    REASONS.put(
        "lists others",
        """
        admin POST /_admin/agents {"handle":"@bob"} -> 201 {"handle":"@bob","policy":"allowlist","allowlist":[],"token":"TOKEN"}
        admin POST /_admin/agents/@bob/allowlist {"entries":["@acme.*","@carol"]} -> 200 {"handle":"@bob","policy":"allowlist","allowlist":["@acme.*","@carol"]}
        """);
    REASONS.put(
        "blocks the caller",
        """
        admin POST /_admin/agents {"handle":"@bob","policy":"open"} -> 201 {"handle":"@bob","policy":"open","allowlist":[],"token":"TOKEN"}
        admin PUT  /_admin/agents/@bob/blocks/@alice -> 204
        """);
    REASONS.put(
        "blocked by the caller",
        """
        admin POST /_admin/agents {"handle":"@bob","policy":"open"} -> 201 {"handle":"@bob","policy":"open","allowlist":[],"token":"TOKEN"}
        admin PUT  /_admin/agents/@alice/blocks/@bob -> 204
        """);
    REASONS.put(
        "removed",
        """
        admin POST   /_admin/agents {"handle":"@bob","policy":"open"} -> 201 {"handle":"@bob","policy":"open","allowlist":[],"token":"TOKEN"}
        admin DELETE /_admin/agents/@bob -> 204
        """);
    REASONS.put(
        "not on the caller's own list",
        """
        admin POST  /_admin/agents {"handle":"@bob","policy":"open"} -> 201 {"handle":"@bob","policy":"open","allowlist":[],"token":"TOKEN"}
        admin PATCH /_admin/agents/@alice {"policy":"allowlist"} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":[]}
        admin POST  /_admin/agents/@alice/allowlist {"entries":["@carol"]} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":["@carol"]}
        """);
  }

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** The very bytes of an answer, but for what is fresh in each. */
  private static String bytes(Cast cast, String target, String body) {
    String real = cast.real(body);
    String request =
        "POST "
            + cast.real(target)
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
            + cast.get("alice").token()
            + "\r\nContent-Length: "
            + real.length()
            + "\r\n\r\n"
            + real;
    try (RawHttp http = RawHttp.open(OPERATOR.url())) {
      http.send(RawHttp.bytes(request));
      return cast.told(http.rest())
          .replaceAll("req_[0-9A-Z]{26}", "REQUEST")
          .replaceAll("Date: [^\r]*", "Date");
    }
  }

  private static void assertSameBytes(int status, String target, String body) {
    String unknown = "";
    for (Map.Entry<String, String> reason : REASONS.entrySet()) {
      Cast cast = new Cast(OPERATOR, "alice", "carol");
      Script script = new Script(cast).play(reason.getValue());
      script.play("alice POST /sessions {\"invite\":[\"@carol\"]} -> 201 {\"session_id\":\"S1\"}");
      if (target.endsWith("reopen")) {
        script.play("alice POST /sessions/S1/end -> 200 {\"ok\":true}");
      }
      String answer = bytes(cast, target, body);
      assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), reason.getKey() + answer);
      String history = cast.told(cast.get("alice").get(cast.real("/sessions/S1/events")).body());
      unknown = unknown.isEmpty() ? answer + history : unknown;
      assertEquals(unknown, answer + history, reason.getKey());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"invite\":[\"@bob\"]}",
        "{\"invite\":[\"@bob\",\"@nobody\"],\"topic\":\"t\"}",
        "{\"invite\":[\"@bob\"],\"initial_message\":{\"content\":\"x\"},\"end_after_send\":true}",
        "{\"invite\":[\"@bob\"],\"idempotency_key\":\"k\"}"
      })
  void create(String body) {
    assertSameBytes(404, "/sessions", body);
  }

  @Test
  void createWithOthersOmitsThemSilently() {
    assertSameBytes(201, "/sessions", "{\"invite\":[\"@bob\",\"@carol\"]}");
  }

  @Test
  void invite() {
    assertSameBytes(200, "/sessions/S1/invite", "{\"invite\":[\"@bob\"]}");
    assertSameBytes(200, "/sessions/S1/invite", "{\"invite\":[\"@bob\",\"@carol\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"invite\":[\"@bob\"]}",
        "{\"invite\":[\"@bob\"],\"initial_message\":{\"content\":\"x\"}}"
      })
  void reopen(String body) {
    assertSameBytes(404, "/sessions/S1/reopen", body);
  }

  @Test
  void reopenWithOthersOmitsThemSilently() {
    assertSameBytes(200, "/sessions/S1/reopen", "{\"invite\":[\"@carol\",\"@bob\"]}");
  }

  /** Whoever is denied somebody else's session learns as little as of one that is not there. */
  @Test
  void aSessionOfOthersIsLikeNone() {
    Cast cast = new Cast(OPERATOR, "alice", "carol");
    String others = cast.get("carol").open();
    String none = "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    for (String call : new String[] {"join", "leave", "end", "reopen", "messages", "invite"}) {
      String body =
          call.equals("messages")
              ? "{\"content\":\"x\"}"
              : call.equals("invite") ? "{\"invite\":[\"@bob\"]}" : "";
      assertEquals(
          bytes(cast, "/sessions/" + none + "/" + call, body),
          bytes(cast, "/sessions/" + others + "/" + call, body),
          call);
    }
  }
}
