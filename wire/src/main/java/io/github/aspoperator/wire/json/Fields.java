package io.github.aspoperator.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The fields an object may have, at most 31; sets of them are bits of an {@code int}. */
public final class Fields {

  private final List<String> names;
  private final byte[][] utf8;

  private Fields(List<String> names) {
    this.names = names;
    this.utf8 =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** Exactly these. */
  public static Fields of(String... names) {
    return new Fields(List.of(names));
  }

  /** The name of bit number {@code index}. */
  String name(int index) {
    return names.get(index);
  }

  /** The first name of {@code set}, which is not empty. */
  public String first(int set) {
    return names.get(Integer.numberOfTrailingZeros(set));
  }

  /** The set of {@code some} of these names. */
  public int set(String... some) {
    int set = 0;
    for (String name : some) {
      set |= 1 << names.indexOf(name);
    }
    return set;
  }

  /**
   * Bit number of the name that stands, without escapes, in {@code in} from {@code from} to {@code
   * to}; or -1.
   */
  int find(byte[] in, int from, int to) {
    for (int i = 0; i < utf8.length; i++) {
      byte[] name = utf8[i];
      if (name.length == to - from && Arrays.equals(name, 0, name.length, in, from, to)) {
        return i;
      }
    }
    return -1;
  }

  /** Bit number of {@code name}, or -1. */
  int find(String name) {
    return names.indexOf(name);
  }
}
