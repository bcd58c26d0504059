package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.Origin;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.wire.json.JsonWriter;
import java.util.Map;

/**
 * A request that goes the whole way to the tables; a stranger's is refused there.
 *
 * @param method of the request
 * @param path of the request; {@code {id}} stands for a session
 * @param body of the request, empty for none
 */
record Rehearsal(String method, String path, String body) {

  private static final String SESSION = "{id}";

  /** A request without a body. */
  Rehearsal(String method, String path) {
    this(method, path, "");
  }

  /** A request in a session, without a body. */
  static Rehearsal inSession(String method, String below) {
    return inSession(method, below, "");
  }

  /** A request in a session. */
  static Rehearsal inSession(String method, String below, String body) {
    return new Rehearsal(method, "/sessions/" + SESSION + below, body);
  }

  /** Whether such a request puts a commit. */
  boolean writesInSession() {
    return method.equals("POST") && path.startsWith("/sessions");
  }

  /** The event, as the gateway would make it. */
  byte[] event(Origin origin, Token token, SessionId session) {
    JsonWriter json = new JsonWriter(512).object();
    json.name("rawPath").string(path.replace(SESSION, session.text())).name("headers").object();
    origin
        .signed(Map.of("authorization", "Bearer " + token.secret()))
        .forEach((name, value) -> json.name(name).string(value));
    json.endObject().name("requestContext").object().name("http").object();
    json.name("method").string(method).endObject().endObject();
    if (!body.isEmpty()) {
      json.name("body").string(body);
    }
    return json.endObject().done();
  }
}
