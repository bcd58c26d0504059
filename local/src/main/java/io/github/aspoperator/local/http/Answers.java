package io.github.aspoperator.local.http;

import io.github.aspoperator.wire.http.Cors;
import io.github.aspoperator.wire.reply.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
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

  /** Bytes of a refused request that are read over before the connection is closed. */
  private static final long MOST_READ_OVER = 16 << 20;

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

  /**
   * Writes a refusal; a connection whose request was not read to its end is not used again. It is
   * closed only when the client has sent what it is sending: cut off at once, it might lose the
   * answer with the connection.
   */
  static void refuse(Reply reply, Request request, Response response, Callback callback) {
    if (response.isCommitted()) {
      callback.failed(new IllegalStateException("already answered"));
      return;
    }
    response.reset();
    if (isRead(request)) {
      write(reply, response, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Callback linger =
        Callback.from(
            () -> Thread.startVirtualThread(() -> linger(request, callback)), callback::failed);
    write(reply, response, linger);
  }

  /** Whether the whole request is here; reads over what is, and fails nothing when more comes. */
  private static boolean isRead(Request request) {
    long over = 0;
    Content.Chunk chunk = request.read();
    while (chunk != null && !Content.Chunk.isFailure(chunk) && over < MOST_READ_OVER) {
      over += chunk.remaining();
      boolean last = chunk.isLast();
      chunk.release();
      if (last) {
        return true;
      }
      chunk = request.read();
    }
    return false;
  }

  /** Reads over what still comes, if it is not much more than any request may have. */
  private static void linger(Request request, Callback callback) {
    try (InputStream in = Content.Source.asInputStream(request)) {
      in.skipNBytes(MOST_READ_OVER);
      callback.succeeded();
    } catch (IOException e) {
      callback.succeeded();
    }
  }
}
