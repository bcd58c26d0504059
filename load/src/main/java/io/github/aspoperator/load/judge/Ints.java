package io.github.aspoperator.load.judge;

import java.util.Arrays;

/** A list of int that grows, four bytes a number; beyond its end everything is 0. */
final class Ints {
  private int[] numbers = new int[64];
  private int size;

  int size() {
    return size;
  }

  int get(int at) {
    return at < size ? numbers[at] : 0;
  }

  void add(int number) {
    set(size, number);
  }

  void set(int at, int number) {
    if (at >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(at + 1, numbers.length * 2));
    }
    numbers[at] = number;
    size = Math.max(size, at + 1);
  }

  /** A sorted copy. */
  int[] sorted() {
    int[] copy = Arrays.copyOf(numbers, size);
    Arrays.sort(copy);
    return copy;
  }
}
