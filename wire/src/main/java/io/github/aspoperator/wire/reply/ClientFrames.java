package io.github.aspoperator.wire.reply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What clients may say on their socket: one thing (protocol section 5). */
public final class ClientFrames {

  /** Spelled out, with room for white space. */
  private static final int LONGEST = 64;

  private static final String PING = "{\"type\":\"ping\"}";

  private ClientFrames() {}

  /**
   * Whether a text frame is {@code {"type":"ping"}}, whatever white space stands between. Reads,
   * and does not move it.
   */
  public static boolean isPing(ByteBuffer payload) {
    if (payload.remaining() > LONGEST) {
      return false;
    }
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return PING.equals(text) || PING.equals(withoutSpace(text));
  }

  /** Without the white space between tokens; what stands in quotes is kept. */
  private static String withoutSpace(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (quoted || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
