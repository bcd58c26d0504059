package io.github.aspoperator.wire.json;

import java.util.List;

/** The fields an object may have, at most 31; sets of them are bits of an {@code int}. */
public final class Fields {

  private final List<String> names;

  private Fields(List<String> names) {
    this.names = names;
  }

  /** Exactly these. */
  public static Fields of(String... names) {
    return new Fields(List.of(names));
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

  /** The set of {@code name} alone; empty when it is none of these. */
  int find(String name) {
    int index = names.indexOf(name);
    return index < 0 ? 0 : 1 << index;
  }
}
