package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.Origin;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.wire.json.JsonWriter;
import java.util.Map;

/**
 * A request of a stranger, which goes the whole way to the tables and is refused there.
 *
 * @param method of the request
 * @param path of the request
 */
record Rehearsal(String method, String path) {

  private static final String NOWHERE = "/sessions/" + new SessionId(new Ulid(0, 0)).text();

  /** A request in a session that is none. */
  static Rehearsal inSession(String method, String below) {
    return new Rehearsal(method, NOWHERE + below);
  }

  /** Whether such a request puts a commit. */
  boolean writesInSession() {
    return method.equals("POST") && path.startsWith("/sessions");
  }

  /** The event, as the gateway would make it. */
  byte[] event(Origin origin) {
    JsonWriter json = new JsonWriter(512).object().name("rawPath").string(path).name("headers");
    json.object();
    origin
        .signed(Map.of("authorization", "Bearer " + Token.fresh().secret()))
        .forEach((name, value) -> json.name(name).string(value));
    json.endObject().name("requestContext").object().name("http").object();
    json.name("method").string(method).endObject().endObject();
    json.name("body").string("{\"content\":\"nobody hears this\"}");
    return json.endObject().done();
  }
}
