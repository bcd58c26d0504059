package io.github.aspoperator.local.client;

import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** An agent as a client: its calls, and its connections. */
public final class TestAgent {

  private final Supplier<String> url;
  private final String handle;
  private volatile String token;
  private final Http http;

  /** An agent that is known already. */
  public TestAgent(Supplier<String> url, String handle, String token) {
    this.url = url;
    this.handle = handle;
    this.token = token;
    this.http = new Http(url, this::token);
  }

  /** Its handle. */
  public String handle() {
    return handle;
  }

  /** Its present token. */
  public String token() {
    return token;
  }

  void token(String next) {
    token = next;
  }

  /** A call with a JSON body; headers are names and values in turn. */
  public Answer post(String path, String body, String... headers) {
    return http.call("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** A call with any bytes. */
  public Answer call(String method, String path, byte[] body, String... headers) {
    return http.call(method, path, body, headers);
  }

  /** A read. */
  public Answer get(String path) {
    return http.call("GET", path, new byte[0]);
  }

  /** Opens a session with {@code others} invited; its id. Fails unless 201. */
  public String open(TestAgent... others) {
    StringBuilder invite = new StringBuilder();
    for (TestAgent other : others) {
      invite.append(invite.isEmpty() ? "" : ",").append('"').append(other.handle).append('"');
    }
    return must(201, post("/sessions", "{\"invite\":[" + invite + "]}")).text("session_id");
  }

  /** Joins; fails unless 200. */
  public void join(String session) {
    var _ = must(200, post("/sessions/" + session + "/join", ""));
  }

  /** Says something; its sequence. Fails unless 201. */
  public long say(String session, String text) {
    String body = "{\"content\":\"" + text + "\"}";
    return must(201, post("/sessions/" + session + "/messages", body))
        .json()
        .path("sequence")
        .asLong();
  }

  /** The whole history that this agent may read, page by page. */
  public java.util.List<com.fasterxml.jackson.databind.JsonNode> history(String session) {
    java.util.List<com.fasterxml.jackson.databind.JsonNode> events = new java.util.ArrayList<>();
    String cursor = "0";
    while (!cursor.isEmpty()) {
      Answer page = must(200, get("/sessions/" + session + "/events?after_sequence=" + cursor));
      page.json().path("events").forEach(events::add);
      cursor = page.text("next_cursor");
    }
    return events;
  }

  private static Answer must(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(
          "expected " + status + ", got " + answer.status() + ": " + answer.body());
    }
    return answer;
  }

  /** Where its operator listens now. */
  public String url() {
    return url.get();
  }

  /** Connects; throws {@link Refused} when the handshake is refused. */
  public Stream connect() {
    return Stream.open(URI.create(url().replaceFirst("^http", "ws") + "/connect"), token);
  }
}
