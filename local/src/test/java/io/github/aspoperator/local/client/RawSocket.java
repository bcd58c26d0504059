package io.github.aspoperator.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.client.Answer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A WebSocket as bytes; it does nothing by itself, and reads only when it is told to. */
public final class RawSocket implements AutoCloseable {

  private final RawHttp http;
  private final DataInputStream in;

  private RawSocket(RawHttp http) {
    this.http = http;
    this.in = new DataInputStream(http.in());
  }

  /** The bytes of a handshake; {@code headers} are whole lines. */
  public static byte[] handshake(String target, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return RawHttp.bytes(
        "GET "
            + target
            + " HTTP/1.1\r\nHost: operator\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + more
            + "\r\n");
  }

  /** Connects as {@code agent}; fails unless 101. */
  public static RawSocket open(String url, TestAgent agent) {
    return open(url, "/connect", "Authorization: Bearer " + agent.token());
  }

  /** Connects; fails unless 101. */
  public static RawSocket open(String url, String target, String... headers) {
    return open(RawHttp.open(url), target, headers);
  }

  /** Connects as one that reads nothing unless it is told to, and buffers next to nothing. */
  public static RawSocket slow(String url, TestAgent agent) {
    return open(RawHttp.narrow(url), "/connect", "Authorization: Bearer " + agent.token());
  }

  private static RawSocket open(RawHttp http, String target, String... headers) {
    Answer answer = http.send(handshake(target, headers)).answer();
    if (answer.status() != 101) {
      http.close();
      throw new IllegalStateException("handshake: " + answer.status() + " " + answer.body());
    }
    return new RawSocket(http);
  }

  /** Sends a frame. */
  public RawSocket send(RawFrame frame) {
    return send(frame.bytes());
  }

  /** Sends any bytes. */
  public RawSocket send(byte[] bytes) {
    http.send(bytes);
    return this;
  }

  /** Sends nothing more, and closes nothing. */
  public RawSocket end() {
    http.end();
    return this;
  }

  /** The next frame, whatever it is; nothing when the connection is over. */
  public Optional<RawFrame> next() {
    try {
      return Optional.of(RawFrame.read(in));
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next text frame as JSON; fails when there is none. */
  public JsonNode event() {
    RawFrame frame = next().orElseThrow(() -> new AssertionError("the connection is over"));
    while (!frame.is(RawFrame.TEXT)) {
      frame = next().orElseThrow(() -> new AssertionError("the connection is over"));
    }
    try {
      return Http.json(new String(RawHttp.bytes(frame.payload()), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until the connection is over; how many bytes that were. */
  public int readUntilClosed() {
    return http.rest().length();
  }

  /** Reads until the connection is over; the code of the close frame, 1006 when none came. */
  public int awaitClose() {
    for (Optional<RawFrame> frame = next(); frame.isPresent(); frame = next()) {
      if (frame.get().is(RawFrame.CLOSE)) {
        return frame.get().code();
      }
    }
    return 1006;
  }

  @Override
  public void close() {
    http.close();
  }
}
