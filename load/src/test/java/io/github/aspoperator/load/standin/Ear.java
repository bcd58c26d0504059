package io.github.aspoperator.load.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The server's end of a WebSocket. */
final class Ear {
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final byte[] CHALLENGE = "still there?".getBytes(UTF_8);

  private final DataInputStream in;
  private final OutputStream out;

  Ear(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /** Sends one text message; whoever is gone gets nothing. */
  void text(String text) {
    frame(0x1, text.getBytes(UTF_8));
  }

  void drop() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers until the client says goodbye, if it answers our ping first. */
  void listen() throws IOException {
    frame(PING, CHALLENGE);
    if ((in.readUnsignedByte() & 0xf) != PONG || !Arrays.equals(payload(), CHALLENGE)) {
      throw new IOException("no pong");
    }
    int opcode;
    do {
      opcode = in.readUnsignedByte() & 0xf;
      byte[] payload = payload();
      if (opcode == CLOSE) {
        frame(CLOSE, payload);
      } else if (new String(payload, UTF_8).equals("{\"type\":\"ping\"}")) {
        text("{\"type\":\"pong\"}");
      }
    } while (opcode != CLOSE);
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    byte[] mask = new byte[4];
    in.readFully(mask);
    byte[] payload = new byte[length];
    in.readFully(payload);
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return payload;
  }

  private synchronized void frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    try {
      frame.put(payload).flip();
      byte[] bytes = new byte[frame.remaining()];
      frame.get(bytes);
      out.write(bytes);
    } catch (IOException e) {
      // the reader of this connection notices that it is gone
    }
  }
}
