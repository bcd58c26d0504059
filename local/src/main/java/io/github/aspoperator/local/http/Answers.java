package io.github.aspoperator.local.http;

import io.github.aspoperator.wire.http.Cors;
import io.github.aspoperator.wire.reply.Reply;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Replies as Jetty writes them. */
final class Answers {

  private static final HttpField[] ANY_ORIGIN =
      Cors.ANY_ORIGIN.entrySet().stream()
          .map(entry -> new PreEncodedHttpField(entry.getKey(), entry.getValue()))
          .toArray(HttpField[]::new);

  private static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

  private Answers() {}

  /** Writes {@code reply} and completes the exchange. */
  static void write(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    HttpFields.Mutable headers = response.getHeaders();
    for (HttpField field : ANY_ORIGIN) {
      headers.add(field);
    }
    reply.headers().forEach((name, value) -> add(headers, name, value));
    byte[] body = reply.body();
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static void add(HttpFields.Mutable headers, String name, String value) {
    if (name.equals("Content-Type") && value.equals(JSON.getValue())) {
      headers.add(JSON);
    } else {
      headers.add(name, value);
    }
  }

  /** Writes a refusal; a connection whose request was not read to its end is not used again. */
  static void refuse(Reply reply, Request request, Response response, Callback callback) {
    if (response.isCommitted()) {
      callback.failed(new IllegalStateException("already answered"));
      return;
    }
    response.reset();
    if (!request.consumeAvailable()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    write(reply, response, callback);
  }
}
