package io.github.aspoperator.wire.reply;

import io.github.aspoperator.wire.json.JsonWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer: status, headers, body. The headers of {@link
 * io.github.aspoperator.wire.http.Cors} come on top.
 */
public final class Reply {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final byte[] NOTHING = {};

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer with a JSON body. */
  static Reply of(int status, JsonWriter body) {
    return new Reply(status, JSON, body.done());
  }

  /** An answer with a JSON body that is there already; it must not be changed any more. */
  static Reply of(int status, byte[] body) {
    return new Reply(status, JSON, body);
  }

  /** An answer without a body. */
  static Reply of(int status) {
    return new Reply(status, Map.of(), NOTHING);
  }

  /** This answer with one more header. */
  Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Header names and values; Content-Type among them when there is a body. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body, not to be changed; empty when there is none. */
  public byte[] body() {
    return body;
  }

  /** Never shows the body. */
  @Override
  public String toString() {
    return "Reply[" + status + ", " + body.length + " bytes]";
  }
}
