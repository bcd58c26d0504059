package io.github.aspoperator.smallworld;

import java.util.Arrays;

/** A growing list of numbers. */
final class Ints {

  private int[] all = new int[1 << 12];
  private int size;

  void add(int value) {
    if (size == all.length) {
      all = Arrays.copyOf(all, size * 2);
    }
    all[size++] = value;
  }

  int get(int index) {
    return all[index];
  }

  int size() {
    return size;
  }
}
