package io.github.aspoperator.stored;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Ulid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes being read, the counterpart of {@link Out}. Every method throws {@link Unreadable} where
 * they are cut short.
 */
final class In {

  private final String format;
  private final byte[] bytes;
  private final List<Handle> handles = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private int at;

  /** Reads {@code bytes} from {@code at}; {@code format} is named when they make no sense. */
  In(String format, byte[] bytes, int at) {
    this.format = format;
    this.bytes = bytes;
    this.at = at;
  }

  int tag() {
    return bytes[take(1)] & 0xff;
  }

  boolean flag() {
    return switch (tag()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw senseless();
    };
  }

  long count() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = tag();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw senseless();
  }

  /**
   * A count of things of which each takes at least a byte, so that nonsense cannot ask for much
   * memory.
   */
  int length() {
    long value = count();
    if (value < 0 || value > bytes.length - at) {
      throw cutShort();
    }
    return (int) value;
  }

  long number() {
    long value = count();
    return (value >>> 1) ^ -(value & 1);
  }

  long fixed() {
    int from = take(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[from + i] & 0xff);
    }
    return value;
  }

  Ulid ulid() {
    return new Ulid(fixed(), fixed());
  }

  byte[] raw(int length) {
    int from = take(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  byte[] bytes() {
    return raw(length());
  }

  String text() {
    long header = count();
    int length = (int) Math.min(header >>> 1, Integer.MAX_VALUE);
    int from = take(length);
    return (header & 1) == 0
        ? new String(bytes, from, length, StandardCharsets.UTF_8)
        : Text.ofUnits(bytes, from, length);
  }

  Handle handle() {
    long seen = count();
    if (seen != 0) {
      return earlier(handles, seen - 1);
    }
    Handle fresh = new Handle(new Owner(text()), text());
    handles.add(fresh);
    return fresh;
  }

  Optional<String> topic() {
    long seen = count();
    if (seen == 0) {
      return Optional.empty();
    }
    if (seen != 1) {
      return Optional.of(earlier(topics, seen - 2));
    }
    String fresh = text();
    topics.add(fresh);
    return Optional.of(fresh);
  }

  /** Everything that is left. */
  byte[] rest() {
    return raw(bytes.length - at);
  }

  /** Nothing may follow. */
  void end() {
    if (at != bytes.length) {
      throw senseless();
    }
  }

  /** What is here was never written by us. */
  Unreadable senseless() {
    return new Unreadable(format, "byte " + at + " of " + bytes.length + " makes no sense");
  }

  private <T> T earlier(List<T> seen, long place) {
    if (place < 0 || place >= seen.size()) {
      throw senseless();
    }
    return seen.get((int) place);
  }

  private int take(int length) {
    if (length < 0 || length > bytes.length - at) {
      throw cutShort();
    }
    int from = at;
    at += length;
    return from;
  }

  private Unreadable cutShort() {
    return new Unreadable(format, "cut short after " + bytes.length + " bytes");
  }
}
