package io.github.aspoperator.local.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket frame as it is on the wire, right or wrong.
 *
 * @param first its first byte: fin, three reserved bits, opcode
 * @param masked whether it is masked, as a client's must be
 * @param declared the length that it claims
 * @param payload what follows, before masking
 */
public record RawFrame(int first, boolean masked, long declared, String payload) {

  /** Opcodes, with the bit that says it is the last frame of its message. */
  public static final int TEXT = 0x81;

  /** A close frame. */
  public static final int CLOSE = 0x88;

  /** A ping. */
  public static final int PING = 0x89;

  /** A pong. */
  public static final int PONG = 0x8a;

  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  /** A frame of a client that follows the rules. */
  public static RawFrame of(int first, String latin1) {
    return new RawFrame(first, true, latin1.length(), latin1);
  }

  /** A text frame. */
  public static RawFrame text(String latin1) {
    return of(TEXT, latin1);
  }

  /** A close frame with that code. */
  public static RawFrame close(int code) {
    return of(CLOSE, "" + (char) (code >> 8) + (char) (code & 0xff));
  }

  /** Whether it is a frame with that first byte. */
  public boolean is(int kind) {
    return first == kind;
  }

  /** The code of a close frame; 1005 for none. */
  public int code() {
    return payload.length() < 2 ? 1005 : payload.charAt(0) << 8 | payload.charAt(1);
  }

  /** As it goes out. */
  public byte[] bytes() {
    byte[] data = RawHttp.bytes(payload);
    ByteBuffer out = ByteBuffer.allocate(14 + data.length);
    out.put((byte) first);
    int mask = masked ? 0x80 : 0;
    if (declared >= 0 && declared < 126) {
      out.put((byte) (mask | declared));
    } else if (declared >= 0 && declared < 1 << 16) {
      out.put((byte) (mask | 126)).putShort((short) declared);
    } else {
      out.put((byte) (mask | 127)).putLong(declared);
    }
    if (masked) {
      out.put(MASK);
    }
    for (int i = 0; i < data.length; i++) {
      out.put((byte) (masked ? data[i] ^ MASK[i % MASK.length] : data[i]));
    }
    byte[] frame = new byte[out.position()];
    out.flip().get(frame);
    return frame;
  }

  static RawFrame read(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    long declared =
        switch (length) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> length;
        };
    byte[] payload = new byte[Math.toIntExact(declared)];
    in.readFully(payload);
    return new RawFrame(first, false, declared, new String(payload, StandardCharsets.ISO_8859_1));
  }
}
