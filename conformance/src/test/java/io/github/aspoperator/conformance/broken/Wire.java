package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;

/** WebSocket as it goes over the wire, on the server's side. */
final class Wire {

  static final int MORE = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final DataInputStream in;
  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();

  Wire(DataInputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * What a client sent in one frame.
   *
   * @param code of the frame's kind
   * @param last of its message
   * @param payload a character for each byte
   */
  record Frame(int code, boolean last, String payload) {
    byte[] bytes() {
      return payload.getBytes(ISO_8859_1);
    }
  }

  /** Accepts the handshake. */
  void accept(String key) throws IOException {
    out.write(
        ("HTTP/1.1 101 -\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + answerTo(key)
                + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    out.flush();
  }

  /** Refuses it. */
  void refuse(int status) throws IOException {
    out.write(("HTTP/1.1 " + status + " -\r\ncontent-length: 0\r\n\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  private static String answerTo(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next frame; one that is larger than {@code most} is closed with 1009 and is the end. */
  Frame read(int most) throws IOException {
    int first = in.readUnsignedByte();
    long length = in.readUnsignedByte() & 127;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if (length > most) {
      write(CLOSE, new byte[] {(byte) (1009 >> 8), (byte) 1009});
      throw new EOFException("a frame of " + length + " bytes");
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new Frame(first & 15, (first & 128) != 0, new String(payload, ISO_8859_1));
  }

  void write(int code, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(128 | code);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 65_536) {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(payload);
    writing.lock();
    try {
      out.write(frame.toByteArray());
      out.flush();
    } finally {
      writing.unlock();
    }
  }
}
