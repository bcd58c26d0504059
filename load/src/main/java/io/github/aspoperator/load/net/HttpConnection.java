package io.github.aspoperator.load.net;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection kept alive: one request at a time, opened again when the server ended it.
 */
public final class HttpConnection implements Stream.Listener {

  /** Hears how each request ended, once. */
  public interface Listener {
    /** The connection is open for the first request, before any was sent. */
    default void opened() {}

    /** The whole answer, lent for the call; the next request may be sent from here. */
    void answered(ResponseParser answer, long at);

    void failed(String why);
  }

  private final Loop loop;
  private final Address address;
  private final Listener listener;
  private final ResponseParser answer = new ResponseParser();
  private @Nullable Stream stream;
  private @Nullable ByteBuffer request;
  private boolean connected;

  public HttpConnection(Loop loop, Address address, Listener listener) {
    this.loop = loop;
    this.address = address;
    this.listener = listener;
  }

  /** Connects, so that the first request need not wait for it. */
  public void open() {
    stream = Stream.open(loop, address, this);
  }

  /**
   * Sends this request, connecting first where that is needed; its bytes must rest until it is
   * answered.
   */
  public void send(ByteBuffer bytes) {
    request = bytes;
    if (stream == null) {
      open();
    } else if (connected) {
      stream.send(bytes);
    }
  }

  public boolean busy() {
    return request != null;
  }

  public void close() {
    if (stream != null) {
      stream.close();
      drop();
    }
  }

  @Override
  public void connected() {
    connected = true;
    if (request == null) {
      listener.opened();
    } else if (stream != null) {
      stream.send(request);
    }
  }

  @Override
  public void received(byte[] a, int from, int to, long at) throws IOException {
    int end = answer.feed(a, from, to);
    if (request == null || end < to) {
      throw new ProtocolException("bytes that belong to no request");
    }
    if (answer.done()) {
      if (answer.headers().close()) {
        close();
      }
      answered(at);
    }
  }

  @Override
  public void ended(String why) {
    drop();
    if (request != null && answer.ended()) {
      answered(System.nanoTime());
    } else if (request != null) {
      request = null;
      answer.reset();
      listener.failed(why);
    }
  }

  private void answered(long at) {
    request = null;
    listener.answered(answer, at);
    answer.reset();
  }

  private void drop() {
    stream = null;
    connected = false;
  }
}
