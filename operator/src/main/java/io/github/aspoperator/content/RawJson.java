package io.github.aspoperator.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON value as the very UTF-8 text that was sent; it was validated before, and is never
 * re-serialised (protocol section 4). Equal when the bytes are.
 */
public final class RawJson {

  private final byte[] utf8;

  private RawJson(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Takes {@code utf8} over: the caller must not change it again. */
  public static RawJson of(byte[] utf8) {
    return new RawJson(utf8);
  }

  /** From text; for tests and constants. */
  public static RawJson of(String json) {
    return new RawJson(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes, not to be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** Its size in bytes. */
  public int size() {
    return utf8.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawJson raw && Arrays.equals(utf8, raw.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  /** Never shows the content. */
  @Override
  public String toString() {
    return "RawJson[" + utf8.length + " bytes]";
  }
}
