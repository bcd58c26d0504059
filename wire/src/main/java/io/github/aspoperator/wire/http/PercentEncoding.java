package io.github.aspoperator.wire.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoding (RFC 3986), strictly; a plus sign is a plus sign. */
public final class PercentEncoding {

  private PercentEncoding() {}

  /**
   * What {@code text} says; nothing when a percent sign has no two digits, or the bytes are not
   * UTF-8.
   */
  public static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return Optional.empty();
      }
      if (c != '%') {
        out.write(c);
        continue;
      }
      if (i + 2 >= text.length()) {
        return Optional.empty();
      }
      char high = text.charAt(i + 1);
      char low = text.charAt(i + 2);
      if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
        return Optional.empty();
      }
      out.write(HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
      i += 2;
    }
    return utf8(out.toByteArray());
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
