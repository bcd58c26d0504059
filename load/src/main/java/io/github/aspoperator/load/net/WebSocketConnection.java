package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** One agent's stream of events: opened once, answers pings, and closes as RFC 6455 asks. */
public final class WebSocketConnection implements Stream.Listener, FrameParser.Sink {
  private static final byte[] PING = "{\"type\":\"ping\"}".getBytes(UTF_8);
  private static final byte[] NORMAL = {0x03, (byte) 0xE8};
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How a connection ended. */
  public sealed interface End {
    /** The handshake was answered, and not with 101. */
    record Refused(int status) implements End {}

    /** With close frames both ways; the code is the operator's. */
    record Closed(int code) implements End {}

    /** Without a close frame, or before there was a connection. */
    record Dropped(String why) implements End {}
  }

  /** Hears what happens on the connection, on the loop's thread. */
  public interface Listener {
    /** The 101 arrived at that time. */
    void opened(long at);

    /** One text message, lent for the call. */
    void text(byte[] a, int from, int to, long at);

    void closed(End how);
  }

  private enum State {
    OPENING,
    OPEN,
    CLOSING,
    CLOSED
  }

  private final Loop loop;
  private final Address address;
  private final String token;
  private final Listener listener;
  private final Handshake handshake = new Handshake();
  private final ResponseParser answer = new ResponseParser();
  private final FrameParser frames = new FrameParser(this);
  private final Stream stream;
  private State state = State.OPENING;
  private int closeCode = -1;

  public WebSocketConnection(Loop loop, Address address, String token, Listener listener) {
    this.loop = loop;
    this.address = address;
    this.token = token;
    this.listener = listener;
    stream = Stream.open(loop, address, this);
  }

  /** The protocol's own ping, which keeps a connection from looking idle. */
  public void ping() {
    if (state == State.OPEN) {
      send(FrameParser.TEXT, PING, 0, PING.length);
    }
  }

  /** Says goodbye with 1000; the listener hears when the operator has said it too. */
  public void close() {
    if (state == State.OPEN) {
      state = State.CLOSING;
      send(FrameParser.CLOSE, NORMAL, 0, NORMAL.length);
    } else if (state == State.OPENING) {
      finish(new End.Dropped("closed before it was open"));
    }
  }

  @Override
  public void connected() {
    stream.send(handshake.request(address, token));
  }

  @Override
  public void received(byte[] a, int from, int to, long at) throws IOException {
    int next = from;
    if (state == State.OPENING) {
      next = answer.feed(a, from, to);
      if (!answer.done()) {
        return;
      }
      if (answer.status() != 101) {
        finish(new End.Refused(answer.status()));
        return;
      }
      handshake.check(answer);
      state = State.OPEN;
      listener.opened(at);
    }
    if (state != State.CLOSED) {
      frames.feed(a, next, to, at);
    }
  }

  @Override
  public void text(byte[] a, int from, int to, long at) {
    if (state != State.CLOSED) {
      listener.text(a, from, to, at);
    }
  }

  @Override
  public void control(int opcode, byte[] a, int from, int to) {
    if (opcode == FrameParser.PING) {
      send(FrameParser.PONG, a, from, to);
    } else if (opcode == FrameParser.CLOSE && closeCode < 0) {
      closeCode = to - from < 2 ? 1005 : (a[from] & 0xff) << 8 | (a[from + 1] & 0xff);
      if (state == State.OPEN) {
        state = State.CLOSING;
        send(FrameParser.CLOSE, a, from, Math.min(to, from + 2));
      }
      loop.later(PATIENCE, () -> ended("the operator left the connection open"));
    }
  }

  @Override
  public void ended(String why) {
    finish(closeCode < 0 ? new End.Dropped(why) : new End.Closed(closeCode));
  }

  private void finish(End how) {
    if (state != State.CLOSED) {
      state = State.CLOSED;
      stream.close();
      listener.closed(how);
    }
  }

  private void send(int opcode, byte[] payload, int from, int to) {
    stream.send(Frames.of(opcode, payload, from, to, ThreadLocalRandom.current().nextInt()));
  }
}
