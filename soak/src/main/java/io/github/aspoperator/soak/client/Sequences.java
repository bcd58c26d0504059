package io.github.aspoperator.soak.client;

import io.github.aspoperator.simulation.evidence.Arrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The arrivals of one session over one connection: millions are kept, so they are kept small. */
final class Sequences {

  private int[] sequences = new int[16];
  private long[] orders = new long[16];
  private int count;

  void add(int sequence, long order) {
    if (count == sequences.length) {
      sequences = Arrays.copyOf(sequences, 2 * count);
      orders = Arrays.copyOf(orders, 2 * count);
    }
    sequences[count] = sequence;
    orders[count++] = order;
  }

  boolean has(long sequence) {
    return IntStream.range(0, count).anyMatch(i -> sequences[i] == sequence);
  }

  int count() {
    return count;
  }

  /** As they are judged: how long the log was at each is known no better than {@code log}. */
  List<Arrival> judged(String session, long log) {
    List<Arrival> arrivals = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      arrivals.add(new Arrival(session, sequences[i], log, orders[i], 0, true));
    }
    return arrivals;
  }
}
