package io.github.aspoperator.local.hostile;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.local.client.AdminClient;
import io.github.aspoperator.local.client.RawFrame;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A conversation in which everything that may not be logged is marked, wherever a client can put
 * it; and the secrets that came with it.
 */
final class Planted {

  private static final String MARK = "pLaNt";

  private volatile String url;
  private final AdminClient admin;
  private final List<String> secrets = new ArrayList<>();
  private final TestAgent alice;
  private final TestAgent bob;
  private String session = "";

  Planted(String url, Token adminToken) {
    this.url = url;
    this.admin = new AdminClient(() -> this.url, adminToken);
    secrets.add(adminToken.secret());
    alice = agent("@log.alice");
    bob = agent("@log.bob");
  }

  private TestAgent agent(String handle) {
    TestAgent agent = admin.register(handle, "open");
    secrets.add(agent.token());
    return agent;
  }

  /** The session of the conversation. */
  String session() {
    return session;
  }

  TestAgent alice() {
    return alice;
  }

  /** What of the secrets and marks {@code log} shows; empty is good. */
  List<String> shownIn(String log) {
    List<String> shown = new ArrayList<>();
    for (String line : log.lines().toList()) {
      if (line.toLowerCase(Locale.ROOT).contains(MARK.toLowerCase(Locale.ROOT))
          || secrets.stream().anyMatch(secret -> line.contains(secret.substring(4, 20)))) {
        shown.add(line);
      }
    }
    return shown;
  }

  /** Talks, as it should be done. */
  void talk() {
    try (Stream atBob = bob.connect()) {
      session =
          alice
              .post(
                  "/sessions",
                  "{\"invite\":[\"@log.bob\"],\"topic\":\"pLaNt topic\",\"initial_message\":{"
                      + "\"content\":\"pLaNt first\",\"metadata\":{\"pLaNt\":1}},"
                      + "\"idempotency_key\":\"pLaNt key\"}")
              .text("session_id");
      bob.join(session);
      String messages = "/sessions/" + session + "/messages";
      alice.post(messages, "{\"content\":\"pLaNt\"}", "Idempotency-Key", "pLaNt header");
      alice.post(messages, "{\"content\":\"other\"}", "Idempotency-Key", "pLaNt header");
      atBob.await(session, alice.say(session, "pLaNt last"));
      alice.history(session);
      atBob.send("pLaNt frame");
      atBob.send("{\"type\":\"ping\"}");
      String ticket = bob.post("/connect/tickets", "").text("ticket");
      secrets.add(ticket);
      RawSocket.open(url, "/connect?ticket=" + ticket).close();
      RawHttp.ask(url, RawSocket.handshake("/connect?ticket=" + ticket));
      atBob.closeCleanly();
    }
    Answer owner = admin.call("POST", "/owners", "{\"owner\":\"log\"}");
    secrets.add(owner.text("token"));
    admin.call("POST", "/agents/@log.bob/allowlist", "{\"entries\":[\"@acme.*\"]}");
    admin.call("POST", "/agents/@log.bob/allowlist", "{\"entries\":[\"pLaNt\"]}");
    secrets.add(admin.call("POST", "/agents/@log.bob/rotate-token", "").text("token"));
  }

  /** Reads, writes and listens again, at another address. */
  void returnTo(String other) {
    url = other;
    alice.get("/sessions/" + session);
    alice.get("/sessions/" + session + "/events");
    alice.post("/sessions/" + session + "/messages", "{\"content\":\"pLaNt again\"}");
    alice.connect().closeCleanly();
    provoke();
  }

  /** Sends what is wrong, marked in every place. */
  void provoke() {
    for (String body :
        new String[] {
          "pLaNt", "{\"pLaNt\":1}", "{\"content\":\"pLaNt", "{\"content\":[\"pLaNt\"]}"
        }) {
      alice.post("/sessions/" + session + "/messages", body);
      alice.post("/sessions", body);
      admin.call("POST", "/agents", body);
    }
    String auth = "\r\nHost: a\r\nAuthorization: Bearer " + alice.token() + "\r\n";
    String send = "POST /sessions/" + session + "/messages HTTP/1.1" + auth;
    for (String request :
        new String[] {
          "GET /pLaNt HTTP/1.1" + auth,
          "GET /sessions/pLaNt HTTP/1.1" + auth,
          "GET /sessions?pLaNt=pLaNt HTTP/1.1" + auth,
          "GET /sessions?cursor=pLaNt&limit=%pLaNt HTTP/1.1" + auth,
          "GET /connect?token=pLaNt HTTP/1.1" + auth,
          "GET /sessions?\0pLaNt HTTP/1.1" + auth,
          "GET /%pLaNt HTTP/1.1" + auth,
          "GET http://pLaNt@a/sessions HTTP/1.1" + auth,
          "GET http://pLaNt/sessions HTTP/1.1" + auth,
          "GET http://[pLaNt/sessions HTTP/1.1" + auth,
          "pLaNt /sessions HTTP/1.1" + auth,
          "GET pLaNt HTTP/1.1" + auth,
          "GET /sessions pLaNt" + auth,
          "pLaNt",
          "GET /sessions HTTP/1.1\r\nHost: pLaNt\r\nHost: pLaNt\r\n",
          "GET /sessions HTTP/1.1\r\nHost: [pLaNt\r\n",
          "GET /sessions HTTP/1.1\r\nHost: a:pLaNt\r\n",
          "GET /sessions HTTP/1.1\r\nHost: pLaNt pLaNt\r\n",
          "GET /sessions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer pLaNt\r\n",
          "GET /sessions HTTP/1.1\r\nHost: a\r\nAuthorization: pLaNt pLaNt\r\n",
          "GET /sessions HTTP/1.1" + auth + "X-ASP-Agent: pLaNt\r\n",
          "GET /sessions HTTP/1.1" + auth + "Cookie: pLaNt=pLaNt; pLaNt\r\n",
          "GET /sessions HTTP/1.1" + auth + "pLaNt: pLaNt\r\n",
          "GET /sessions HTTP/1.1" + auth + "pLaNt pLaNt\r\n",
          "GET /sessions HTTP/1.1" + auth + "pLaNt\0: \0pLaNt\r\n",
          "GET /sessions HTTP/1.1" + auth + "X: " + MARK.repeat(5_000) + "\r\n",
          send + "Content-Length: pLaNt\r\n",
          send + "Content-Length: 5\r\nContent-Length: pLaNt\r\n",
          send + "Transfer-Encoding: pLaNt\r\n",
          send + "Expect: pLaNt\r\n",
          send + "Content-Type: pLaNt\r\nContent-Length: 5\r\n\r\npLaNt",
          send + "Content-Length: 100\r\n\r\n{\"content\":\"pLaNt",
          send + "Transfer-Encoding: chunked\r\n\r\npLaNt\r\npLaNt",
          send + "Transfer-Encoding: chunked\r\n\r\n5\r\npLaNtpLaNt",
          send + "Transfer-Encoding: chunked\r\n\r\n0\r\npLaNt: pLaNt\r\npLaNt",
          send + "Content-Length: 300000\r\n\r\n" + MARK.repeat(60_000)
        }) {
      try (RawHttp http = RawHttp.open(url)) {
        http.send(RawHttp.bytes(request + "\r\n")).end().answers();
      }
    }
    provokeSockets();
  }

  private void provokeSockets() {
    String bearer = "Authorization: Bearer " + alice.token();
    for (String header :
        new String[] {
          "Sec-WebSocket-Extensions: pLaNt; ;=,\"",
          "Sec-WebSocket-Extensions: permessage-deflate; pLaNt=pLaNt",
          "Sec-WebSocket-Protocol: pLaNt",
          "Sec-WebSocket-Key: pLaNt"
        }) {
      RawHttp.ask(url, RawSocket.handshake("/connect", bearer, header));
    }
    for (RawFrame frame :
        new RawFrame[] {
          RawFrame.text("pLaNt"),
          RawFrame.text("pLaNt".repeat(10_000)),
          RawFrame.of(0x83, "pLaNt"),
          RawFrame.of(0xf1, "pLaNt"),
          RawFrame.of(RawFrame.PING, "pLaNt"),
          RawFrame.of(RawFrame.CLOSE, "\u0003\u00e8pLaNt"),
          RawFrame.of(RawFrame.CLOSE, "pLaNt"),
          new RawFrame(0x81, false, 5, "pLaNt"),
          new RawFrame(0x81, true, Long.MAX_VALUE, "pLaNt")
        }) {
      try (RawSocket socket = RawSocket.open(url, alice)) {
        socket.send(frame).end().awaitClose();
      }
    }
  }
}
