package io.github.aspoperator.bed.client;

import java.net.URI;

/** An agent that is registered on a bed. */
public final class BedAgent {

  private final URI url;
  private final String handle;
  private final String token;
  private final Http http;

  /** With the token it was given at its registration. */
  public BedAgent(URI url, String handle, String token) {
    this.url = url;
    this.handle = handle;
    this.token = token;
    this.http = new Http(url, token);
  }

  /** Its handle. */
  public String handle() {
    return handle;
  }

  /** Makes a call; an empty body is none. */
  public Reply call(String method, String path, String body) {
    return http.call(method, path, body);
  }

  /** Makes a call, and takes what is answered, also that it is not served for now. */
  public Reply once(String method, String path, String body) {
    return http.once(method, path, body);
  }

  /** Creates a session with {@code others} invited, and tells its id. */
  public String create(BedAgent... others) {
    StringBuilder invite = new StringBuilder();
    for (BedAgent other : others) {
      invite.append(invite.isEmpty() ? "" : ",").append('"').append(other.handle).append('"');
    }
    String body = others.length == 0 ? "{}" : "{\"invite\":[" + invite + "]}";
    return call("POST", "/sessions", body).expect(201).body().path("session_id").asText();
  }

  /** Joins a session. */
  public void join(String session) {
    call("POST", "/sessions/" + session + "/join", "").expect(200);
  }

  /** Sends a message, and tells its sequence. */
  public long say(String session, String text) {
    String body = "{\"content\":\"" + text + "\"}";
    return call("POST", "/sessions/" + session + "/messages", body)
        .expect(201)
        .body()
        .path("sequence")
        .asLong();
  }

  /** Opens a connection. */
  public Stream connect() {
    return Stream.open(url, token);
  }

  /** Opens a connection as a browser does, with a ticket that it gets first. */
  public Stream connectWithTicket() {
    String ticket = call("POST", "/connect/tickets", "").expect(201).body().path("ticket").asText();
    return Stream.openWith(url, ticket);
  }
}
