package io.github.aspoperator.load.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Gives every session id a small number at first sight, and finds it again without making a string.
 */
public final class SessionIndex {
  private byte[][] ids = new byte[64][];
  private int[] table = new int[256];
  private int size;

  public int size() {
    return size;
  }

  public int of(String id) {
    byte[] bytes = Words.of(id);
    return of(bytes, 0, bytes.length);
  }

  /** The number of the session with this id. */
  public int of(byte[] a, int from, int to) {
    int place = place(a, from, to);
    if (table[place] == 0) {
      if (size == ids.length) {
        grow();
        place = place(a, from, to);
      }
      ids[size] = Arrays.copyOfRange(a, from, to);
      table[place] = ++size;
    }
    return table[place] - 1;
  }

  public String id(int session) {
    return new String(ids[session], UTF_8);
  }

  /** Where the id stands in the table, or the free place where it belongs. */
  private int place(byte[] a, int from, int to) {
    int place = Words.hash(a, from, to) >>> 8 & table.length - 1;
    while (table[place] != 0 && !Words.same(ids[table[place] - 1], a, from, to)) {
      place = place + 1 & table.length - 1;
    }
    return place;
  }

  private void grow() {
    ids = Arrays.copyOf(ids, size * 2);
    table = new int[size * 8];
    for (int i = 0; i < size; i++) {
      table[place(ids[i], 0, ids[i].length)] = i + 1;
    }
  }
}
