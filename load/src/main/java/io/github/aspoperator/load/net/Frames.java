package io.github.aspoperator.load.net;

import java.nio.ByteBuffer;

/** Writes a client's WebSocket frames: always whole and always masked. */
public final class Frames {
  private Frames() {}

  /** One frame, ready to be written. */
  static ByteBuffer of(int opcode, byte[] payload, int from, int to, int mask) {
    int length = to - from;
    ByteBuffer frame = ByteBuffer.allocate(14 + length);
    frame.put((byte) (0x80 | opcode));
    if (length < 126) {
      frame.put((byte) (0x80 | length));
    } else if (length < 0x10000) {
      frame.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(length);
    }
    frame.putInt(mask);
    for (int i = 0; i < length; i++) {
      frame.put((byte) (payload[from + i] ^ mask >>> (24 - 8 * (i & 3))));
    }
    return frame.flip();
  }
}
