package io.github.aspoperator.local.races;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Ear;
import io.github.aspoperator.testkit.client.Line;
import java.util.ArrayList;
import java.util.List;

/** An agent with a connection of its own for calls, and so for one thread. */
final class Peer implements AutoCloseable {

  private final TestOperator operator;
  private final String handle;
  private final String token;
  private final Line line;

  private Peer(TestOperator operator, String handle, String token) {
    this.operator = operator;
    this.handle = handle;
    this.token = token;
    this.line = new Line(operator.url());
  }

  /** A new agent with an open policy. */
  static Peer of(TestOperator operator, String handle) {
    return new Peer(operator, handle, operator.agent(handle).token());
  }

  /** Some of them. */
  static List<Peer> some(TestOperator operator, int count) {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      peers.add(of(operator, "@race.peer" + i));
    }
    return peers;
  }

  /** The same agent for another thread. */
  Peer again() {
    return new Peer(operator, handle, token);
  }

  String handle() {
    return handle;
  }

  Answer post(String path, String body, String... headers) {
    return line.call(token, "POST", path, body, headers);
  }

  Answer get(String path) {
    return line.call(token, "GET", path, "");
  }

  /** A call of its owner. */
  Answer owner(String method, String path) {
    return line.call(operator.admin().token(), method, "/_admin/agents/" + handle + path, "");
  }

  /** Opens a session in which all of {@code others} are joined. */
  String openWith(List<Peer> others) {
    String session = open(others);
    for (Peer other : others) {
      must(200, other.post("/sessions/" + session + "/join", ""));
    }
    return session;
  }

  /** Opens a session to which {@code others} are invited. */
  String open(List<Peer> others) {
    List<String> quoted = others.stream().map(other -> '"' + other.handle + '"').toList();
    String body = "{\"invite\":" + quoted + "}";
    return must(201, post("/sessions", body)).text("session_id");
  }

  /** Says something; the answer. */
  Answer say(String session, String text) {
    return post("/sessions/" + session + "/messages", "{\"content\":\"" + text + "\"}");
  }

  Answer join(String session) {
    return post("/sessions/" + session + "/join", "");
  }

  Ear connect() {
    return Ear.open(operator.url(), token);
  }

  /** Everything it may read of {@code session}. */
  List<JsonNode> history(String session) {
    List<JsonNode> events = new ArrayList<>();
    String cursor = "0";
    while (!cursor.isEmpty()) {
      String path = "/sessions/" + session + "/events?after_sequence=" + cursor;
      Answer page = must(200, get(path));
      page.json().path("events").forEach(events::add);
      cursor = page.text("next_cursor");
    }
    return events;
  }

  static Answer must(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError("not " + status + ": " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    line.close();
  }
}
