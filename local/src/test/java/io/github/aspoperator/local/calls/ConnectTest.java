package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.local.client.Shape;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshake of the event stream, and what refuses it (protocol section 5). */
class ConnectTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static String bearer(TestAgent agent) {
    return "Authorization: Bearer " + agent.token();
  }

  private static Answer refused(String target, String... headers) {
    return Shape.check(RawHttp.ask(OPERATOR.url(), RawSocket.handshake(target, headers)));
  }

  @Test
  void withoutAnUpgradeItIsNotThere() {
    Answer answer = new Script(new Cast(OPERATOR, "alice")).call("alice", "GET", "/connect", "");
    assertEquals("426 UPGRADE_REQUIRED", answer.status() + " " + answer.code());
    assertEquals("websocket", answer.headers().firstValue("Upgrade").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: Upgrade",
        "Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13",
        "Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: x|Sec-WebSocket-Version: 8",
        "Upgrade: h2c|Connection: Upgrade|Sec-WebSocket-Key: x|Sec-WebSocket-Version: 13",
      })
  void halfAHandshakeIsNone(String headers) {
    Answer answer =
        new Script(new Cast(OPERATOR, "alice"))
            .call("alice", "GET", "/connect", "", headers.split("\\|"));
    assertEquals("426 UPGRADE_REQUIRED", answer.status() + " " + answer.code());
  }

  @Test
  void aTicketOpensOneConnection() {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    String ticket = cast.get("alice").post("/connect/tickets", "").text("ticket");
    String target = "/connect?ticket=" + ticket;
    try (RawSocket socket = RawSocket.open(OPERATOR.url(), target)) {
      String session = cast.get("bob").open(cast.get("alice"));
      assertEquals(session, socket.event().path("session_id").asText());
    }
    assertEquals(401, refused(target).status());
  }

  @Test
  void aTicketStandsForTheTokenItWasMadeWith() {
    Cast cast = new Cast(OPERATOR, "alice");
    String ticket = cast.get("alice").post("/connect/tickets", "").text("ticket");
    OPERATOR.admin().rotate(cast.get("alice"));
    assertEquals(401, refused("/connect?ticket=" + ticket).status());
  }

  @Test
  void aTicketExpiresAfterThirtySeconds() {
    Cast cast = new Cast(OPERATOR, "alice");
    Answer made = cast.get("alice").post("/connect/tickets", "");
    long life = made.json().path("expires_at").asLong() - System.currentTimeMillis();
    assertTrue(Math.abs(30_000 - life) <= 15_000);
    var hash = new Token(made.text("ticket")).hash();
    var late = OPERATOR.ports().tickets().take(hash, made.json().path("expires_at").asLong() + 1);
    assertEquals(true, late.isEmpty());
  }

  @Test
  void aTicketDoesNotGoTogetherWithAnotherAgent() {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    TestAgent alice = cast.get("alice");
    String first = alice.post("/connect/tickets", "").text("ticket");
    assertEquals(
        401, refused("/connect?ticket=" + first, "X-ASP-Agent: " + cast.handle("bob")).status());
    String second = alice.post("/connect/tickets", "").text("ticket");
    assertEquals(401, refused("/connect?ticket=" + second, bearer(cast.get("bob"))).status());
    String third = alice.post("/connect/tickets", "").text("ticket");
    RawSocket.open(OPERATOR.url(), "/connect?ticket=" + third, bearer(alice)).close();
    assertEquals(401, refused("/connect?ticket=" + third, bearer(alice)).status());
  }

  @Test
  void whatIsNoTicketIsRefused() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    String ticket = alice.post("/connect/tickets", "").text("ticket");
    for (String query :
        new String[] {
          "ticket=asp_nobody",
          "ticket=" + alice.token(),
          "ticket=" + ticket + "x",
          "ticket=" + ticket + "&ticket=" + ticket,
          "ticket=",
          "ticket",
          "ticket=%",
          "token=" + alice.token(),
          "access_token=" + alice.token(),
          "%74oken=" + alice.token(),
          "Ticket=" + ticket
        }) {
      assertEquals(401, refused("/connect?" + query).status(), query);
      if (!query.startsWith("Ticket")) {
        assertEquals(401, refused("/connect?" + query, bearer(alice)).status(), query);
      }
    }
    assertEquals(401, refused("/connect?ticket=" + ticket + "&token=x").status());
  }

  @Test
  void aTicketIsNoToken() {
    Cast cast = new Cast(OPERATOR, "alice");
    String ticket = cast.get("alice").post("/connect/tickets", "").text("ticket");
    new Script(cast)
        .as("ticket", ticket)
        .play(
            """
            ticket GET  /sessions -> 401 UNAUTHORIZED
            ticket POST /connect/tickets -> 401 UNAUTHORIZED
            alice  GET  /sessions?ticket=x -> 400 INVALID_REQUEST ?ticket
            """);
  }

  @Test
  void fiftyConnectionsAndNoMore() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      streams.add(alice.connect());
    }
    Answer answer = refused("/connect", bearer(alice));
    assertEquals("429 RATE_LIMITED", answer.status() + " " + answer.code());
    streams.removeLast().closeCleanly();
    streams.add(alice.connect());
    assertEquals(429, assertThrows(Refused.class, alice::connect).status());
    String session = alice.open();
    long said = alice.say(session, "to all of them");
    streams.forEach(stream -> stream.await(session, said));
    streams.forEach(Stream::close);
  }
}
