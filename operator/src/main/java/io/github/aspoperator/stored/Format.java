package io.github.aspoperator.stored;

import java.util.function.Function;

/**
 * What every stored record has in common: its version in the first byte, then how it is packed,
 * then the record, deflated where that makes a long one smaller.
 *
 * @param name what a message calls it
 * @param version the one version that is written and read
 */
record Format(String name, int version) {

  /** Records up to this size are kept as they are. */
  private static final int SHORT = 700;

  private static final int PLAIN = 0;
  private static final int DEFLATED = 1;

  byte[] seal(Out record) {
    byte[] plain = record.toBytes();
    if (plain.length > SHORT) {
      Out packed = new Out().tag(version).tag(DEFLATED).count(plain.length);
      byte[] deflated = packed.raw(Deflated.of(plain)).toBytes();
      if (deflated.length < plain.length + 2) {
        return deflated;
      }
    }
    return new Out().tag(version).tag(PLAIN).raw(plain).toBytes();
  }

  <T> T open(byte[] sealed, Function<In, T> reader) {
    In header = new In(name, sealed, 0);
    int found = header.tag();
    if (found != version) {
      throw new Unreadable(
          name, "version " + found + ", and this operator reads version " + version + " only");
    }
    In record =
        switch (header.tag()) {
          case PLAIN -> header;
          case DEFLATED -> new In(name, Deflated.inflate(name, header.count(), header.rest()), 0);
          default -> throw header.senseless();
        };
    T value = read(record, reader);
    record.end();
    return value;
  }

  private <T> T read(In record, Function<In, T> reader) {
    try {
      return reader.apply(record);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name, "what it says cannot be", e);
    }
  }
}
