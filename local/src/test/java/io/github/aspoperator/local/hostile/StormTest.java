package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.RawFrame;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Shape;
import io.github.aspoperator.testkit.client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Generated input of every kind: each request is answered, in shape and never with 5xx, each
 * connection ends, and what is refused has changed nothing.
 */
class StormTest {

  private static final TestOperator OPERATOR =
      TestOperator.start(Setting.MEMORY.windows(60_000, OptionalLong.empty()));

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private final Witness witness = new Witness(OPERATOR);
  private final Garble garble = Garble.of(StormTest.class);

  private final Set<String> said = new HashSet<>();

  /** What got through after all: with an idempotency key once, however often it is answered. */
  private void said(Answer answer) {
    if (!answer.text("message_id").isEmpty()) {
      said.add(answer.text("message_id"));
    }
  }

  private String head(String method, String target, String token) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: operator\r\nAuthorization: Bearer "
        + token
        + "\r\n";
  }

  private Answer ask(String method, String target, String token, String body) {
    String length = "Content-Length: " + body.length() + "\r\n\r\n";
    byte[] request = RawHttp.bytes(head(method, target, token) + length + body);
    return checked(RawHttp.ask(OPERATOR.url(), request), method + " " + target + " " + body);
  }

  private static Answer checked(Answer answer, String request) {
    String shown = request.length() < 2_000 ? request : request.substring(0, 2_000);
    try {
      assertTrue(answer.status() < 500, "" + answer.status());
      return Shape.check(answer);
    } catch (AssertionError e) {
      throw new AssertionError(shown + " -> " + answer.status() + answer.body(), e);
    }
  }

  @Test
  void bodies() {
    String session = "/sessions/" + witness.session();
    String messages = session + "/messages";
    String[] calls = {
      "POST " + messages + " {\"content\":#,\"metadata\":#}",
      "POST " + messages + " {\"content\":[#,{\"type\":\"data\",\"data\":#}]}",
      "POST " + messages + " {\"content\":[{\"type\":\"file\",\"url\":#,\"size\":#}]}",
      "POST " + messages + " {\"content\":\"x\",\"idempotency_key\":#}",
      "POST " + messages + " #",
      "POST " + session + "/invite {\"invite\":[\"@unknown.x\",#]}",
      "POST " + session + "/invite {\"invite\":#}",
      "POST " + session + "/reopen {\"invite\":#,\"initial_message\":#}",
      "POST " + session + "/join #",
      "POST /sessions {\"invite\":#,\"topic\":#,\"end_after_send\":#,\"initial_message\":#}",
      "POST /sessions {\"topic\":\"t\",\"initial_message\":{\"content\":#,\"metadata\":#}}",
      "POST /connect/tickets #"
    };
    for (int i = 0; i < 1_200; i++) {
      String[] call = garble.pick(calls).split(" ", 3);
      String body = call[2];
      while (body.contains("#")) {
        body = body.replaceFirst("#", Matcher.quoteReplacement(garble.json()));
      }
      body = garble.below(2) == 0 ? body : garble.text(body);
      said(ask(call[0], call[1], witness.alice().token(), body));
    }
    witness.assertOnlySaid(said.size());
  }

  @Test
  void theOwnersBodies() {
    String agent = "/_admin/agents/@storm.agent";
    String token = OPERATOR.admin().token();
    assertEquals(
        201, ask("POST", "/_admin/agents", token, "{\"handle\":\"@storm.agent\"}").status());
    String[] calls = {
      "POST /_admin/agents {\"handle\":#,\"policy\":#}",
      "POST /_admin/owners {\"owner\":#}",
      "PATCH " + agent + " {\"policy\":#}",
      "POST " + agent + "/allowlist {\"entries\":[\"@a.*\",#]}",
      "PUT " + agent + "/blocks/@storm.other #",
      "POST " + agent + "/rotate-token #"
    };
    for (int i = 0; i < 300; i++) {
      String[] call = garble.pick(calls).split(" ", 3);
      String body = call[2];
      while (body.contains("#")) {
        body = body.replaceFirst("#", Matcher.quoteReplacement(garble.json()));
      }
      ask(call[0], call[1], token, garble.below(2) == 0 ? body : garble.text(body));
    }
    witness.assertUntouched();
  }

  @Test
  void requests() {
    String send =
        head("POST", "/sessions/" + witness.session() + "/messages", witness.alice().token());
    String[] requests = {
      send + "Content-Length: 15\r\n\r\n{\"content\":\"x\"}",
      send + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"conten\r\n7\r\nt\":\"x\"}\r\n0\r\n\r\n",
      send
          + "Expect: 100-continue\r\n"
          + "Idempotency-Key: k\r\n"
          + "Content-Length: 15\r\n\r\n"
          + "{\"content\":\"x\"}",
      head("GET", "/sessions/" + witness.session() + "/events?limit=2", witness.alice().token())
          + "\r\n"
    };
    for (int i = 0; i < 700; i++) {
      String request =
          garble.text(garble.pick(requests)) + (garble.below(4) == 0 ? requests[0] : "");
      for (Answer answer : answers(request)) {
        said(checked(answer, request));
      }
    }
    witness.assertOnlySaid(said.size());
  }

  /** All answers on a connection on which that is sent, and nothing more. */
  private static List<Answer> answers(String request) {
    try (RawHttp http = RawHttp.open(OPERATOR.url())) {
      return http.send(RawHttp.bytes(request)).end().answers();
    } catch (RuntimeException e) {
      throw new AssertionError(request, e);
    }
  }

  @Test
  void targets() {
    String token = witness.alice().token();
    String[] targets = {
      "/sessions?limit=1&cursor=" + witness.session(),
      "/sessions/" + witness.session() + "/events?after_sequence=1&limit=10",
      "/sessions/" + witness.session(),
      "/_admin/agents/%40a.b/allowlist/%40c.%2A"
    };
    for (int i = 0; i < 500; i++) {
      String target = garble.text(garble.pick(targets));
      for (Answer answer : answers(head("GET", target, token) + "\r\n")) {
        checked(answer, target);
      }
    }
    witness.assertUntouched();
  }

  @Test
  void frames() {
    for (int i = 0; i < 300; i++) {
      try (RawSocket socket = RawSocket.open(OPERATOR.url(), witness.alice())) {
        for (int frames = garble.below(4); frames >= 0; frames--) {
          socket.send(frame());
        }
        int code = socket.end().awaitClose();
        assertTrue(code >= 1000 && code < 5000, "" + code);
      }
    }
    Await.equal(false, witness::isOnline);
    witness.assertUntouched();
  }

  private byte[] frame() {
    String payload = garble.bytes(garble.below(garble.below(10) == 0 ? 40_000 : 140));
    int first = garble.below(3) == 0 ? garble.below(256) : 0x80 | garble.below(16);
    boolean honest = garble.below(4) > 0;
    long declared = honest ? payload.length() : (1L << garble.below(63)) + garble.below(3);
    byte[] bytes = new RawFrame(first, garble.below(8) > 0, declared, payload).bytes();
    return garble.below(4) > 0
        ? bytes
        : RawHttp.bytes(garble.text(new String(bytes, StandardCharsets.ISO_8859_1)));
  }
}
