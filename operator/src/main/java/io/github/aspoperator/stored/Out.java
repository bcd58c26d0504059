package io.github.aspoperator.stored;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ulid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes being written, the counterpart of {@link In}; a handle or topic is spelled out once and
 * then referred to.
 */
final class Out {

  private final Map<Handle, Integer> handles = new HashMap<>();
  private final Map<String, Integer> topics = new HashMap<>();
  private byte[] bytes = new byte[256];
  private int size;

  /** One byte. */
  Out tag(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  Out flag(boolean value) {
    return tag(value ? 1 : 0);
  }

  /** A length or a count: seven bits a byte, the low ones first. */
  Out count(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Any number, short when it is near zero. */
  Out number(long value) {
    return count((value << 1) ^ (value >> 63));
  }

  /** A number whose bits are all alike. */
  Out fixed(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  Out ulid(Ulid ulid) {
    return fixed(ulid.high()).fixed(ulid.low());
  }

  Out raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  Out bytes(byte[] value) {
    return count(value.length).raw(value);
  }

  /** Any text, also one that is not Unicode: a lone surrogate comes back as it was. */
  Out text(String value) {
    boolean unicode = Text.isUnicode(value);
    byte[] exact = unicode ? value.getBytes(StandardCharsets.UTF_8) : Text.units(value);
    return count(((long) exact.length << 1) | (unicode ? 0 : 1)).raw(exact);
  }

  Out handle(Handle handle) {
    Integer seen = handles.putIfAbsent(handle, handles.size() + 1);
    return seen != null ? count(seen) : count(0).text(handle.owner().name()).text(handle.name());
  }

  /** Nothing, a topic seen before, or a new one. */
  Out topic(Optional<String> topic) {
    if (topic.isEmpty()) {
      return count(0);
    }
    Integer seen = topics.putIfAbsent(topic.get(), topics.size() + 2);
    return seen != null ? count(seen) : count(1).text(topic.get());
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
