package io.github.aspoperator.load.net;

import java.net.ProtocolException;

/** Reads a server's WebSocket frames (RFC 6455) from bytes that may be cut anywhere. */
public final class FrameParser {
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;

  private static final int LONGEST_MESSAGE = 16 * 1024 * 1024;

  /** Takes what was read; the bytes are only lent. */
  public interface Sink {
    /** A whole text message, its fragments put together. */
    void text(byte[] a, int from, int to, long at);

    /** A close, ping or pong frame. */
    void control(int opcode, byte[] a, int from, int to);
  }

  private final Sink sink;
  private final byte[] header = new byte[10];
  private final Bytes message = new Bytes();
  private final Bytes control = new Bytes();
  private int headerLength;
  private long remaining = -1;
  private boolean fragmented;

  public FrameParser(Sink sink) {
    this.sink = sink;
  }

  /** Takes all of these bytes, which arrived at that time. */
  public void feed(byte[] a, int from, int to, long at) throws ProtocolException {
    int next = from;
    while (next < to) {
      if (remaining < 0) {
        header[headerLength++] = a[next++];
        if (headerLength < 2 || headerLength < 2 + lengthBytes()) {
          continue;
        }
        remaining = checkedLength();
      }
      int end = (int) Math.min(to, next + remaining);
      take(a, next, end, at);
      next = end;
    }
  }

  private void take(byte[] a, int from, int to, long at) {
    boolean isControl = opcode() >= CLOSE;
    boolean complete = isControl || fin();
    boolean last = to - from == remaining;
    Bytes kept = isControl ? control : message;
    remaining -= to - from;
    if (last) {
      frameEnds();
    }
    if (last && complete && kept.length() == 0) {
      deliver(isControl, a, from, to, at);
      return;
    }
    kept.append(a, from, to);
    if (last && complete) {
      deliver(isControl, kept.array(), 0, kept.length(), at);
      kept.clear();
    }
  }

  private void deliver(boolean isControl, byte[] a, int from, int to, long at) {
    if (isControl) {
      sink.control(opcode(), a, from, to);
    } else {
      sink.text(a, from, to, at);
    }
  }

  private void frameEnds() {
    if (opcode() < CLOSE) {
      fragmented = !fin();
    }
    headerLength = 0;
    remaining = -1;
  }

  private int opcode() {
    return header[0] & 0x0f;
  }

  private boolean fin() {
    return header[0] < 0;
  }

  private int lengthBytes() {
    return switch (header[1] & 0x7f) {
      case 126 -> 2;
      case 127 -> 8;
      default -> 0;
    };
  }

  private long checkedLength() throws ProtocolException {
    if ((header[0] & 0x70) != 0 || header[1] < 0) {
      throw new ProtocolException("a masked or reserved WebSocket frame from the server");
    }
    int opcode = opcode();
    boolean known =
        opcode >= CLOSE ? opcode <= PONG && fin() : opcode == (fragmented ? CONTINUATION : TEXT);
    if (!known) {
      throw new ProtocolException("a WebSocket frame with opcode " + opcode + " out of place");
    }
    long length = header[1] & 0x7f;
    if (length > 125) {
      length = 0;
      for (int i = 2; i < headerLength; i++) {
        length = length << 8 | (header[i] & 0xff);
      }
    }
    if (length < 0 || message.length() + length > LONGEST_MESSAGE) {
      throw new ProtocolException("a WebSocket message longer than 16 MiB");
    }
    return length;
  }
}
