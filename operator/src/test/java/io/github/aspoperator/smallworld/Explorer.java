package io.github.aspoperator.smallworld;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Visits every world that can come of a first one, the nearest first, so that what breaks is found
 * by the shortest way. At rest (nothing is due) everything must be as promised; and rest must be
 * within reach from everywhere, else something goes round for ever.
 */
final class Explorer {

  private final Play play;
  private final Seen seen = new Seen();
  private final Deque<int[]> waiting = new ArrayDeque<>();
  private final Ints parents = new Ints();
  private final Ints ordinals = new Ints();
  private final Ints dueFrom = new Ints();
  private final Ints dueTo = new Ints();
  private final BitSet rests = new BitSet();
  private long moves;
  private int last;
  private int lastOrdinal = -1;
  private Optional<String> wrong = Optional.empty();

  private Explorer(Play play) {
    this.play = play;
  }

  /** Explores the world of {@code setting}. */
  static Found explore(Setting setting) {
    return new Explorer(new Play(setting)).run(System.nanoTime());
  }

  private Found run(long start) {
    add(play.first().encoded(), -1, 0);
    for (int state = 0; !waiting.isEmpty() && wrong.isEmpty(); state++) {
      expand(state, play.world(waiting.remove()));
    }
    if (wrong.isEmpty()) {
      findRestless();
    }
    List<String> trace = wrong.isPresent() ? trace() : List.of();
    int depth = wrong.isPresent() ? trace.size() : way(seen.size() - 1).size();
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Found(
        play.name(),
        seen.size(),
        moves,
        rests.cardinality(),
        depth,
        millis,
        play.steps(),
        wrong,
        trace);
  }

  private void expand(int state, World world) {
    List<Move> possible = play.moves(world);
    boolean restless = false;
    for (int i = 0; i < possible.size() && wrong.isEmpty(); i++) {
      Move move = possible.get(i);
      World next = world.copy();
      move.act().accept(next);
      moves++;
      wrong = next.broken();
      if (wrong.isPresent()) {
        last = state;
        lastOrdinal = i;
      }
      int number = add(next.encoded(), state, i);
      if (move.due()) {
        restless = true;
        dueFrom.add(state);
        dueTo.add(number);
      }
    }
    if (!restless && wrong.isEmpty()) {
      rests.set(state);
      wrong = play.wrongAtRest(world);
      last = state;
    }
  }

  private int add(int[] encoded, int parent, int ordinal) {
    int number = seen.add(encoded);
    if (number < 0) {
      return ~number;
    }
    parents.add(parent);
    ordinals.add(ordinal);
    waiting.add(encoded);
    return number;
  }

  /** From every state, what is due must be able to come to an end. */
  private void findRestless() {
    int[] first = new int[seen.size() + 1];
    for (int i = 0; i < dueTo.size(); i++) {
      first[dueTo.get(i) + 1]++;
    }
    for (int i = 0; i < seen.size(); i++) {
      first[i + 1] += first[i];
    }
    int[] from = new int[dueTo.size()];
    int[] filled = first.clone();
    for (int i = 0; i < dueTo.size(); i++) {
      from[filled[dueTo.get(i)]++] = dueFrom.get(i);
    }
    BitSet calm = (BitSet) rests.clone();
    Deque<Integer> open = new ArrayDeque<>();
    rests.stream().forEach(open::add);
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int i = first[state]; i < first[state + 1]; i++) {
        if (!calm.get(from[i])) {
          calm.set(from[i]);
          open.add(from[i]);
        }
      }
    }
    int stuck = calm.nextClearBit(0);
    if (stuck < seen.size()) {
      wrong = Optional.of("it never comes to rest");
      last = stuck;
    }
  }

  private List<Integer> way(int state) {
    List<Integer> way = new ArrayList<>();
    for (int at = state; parents.get(at) >= 0; at = parents.get(at)) {
      way.addFirst(ordinals.get(at));
    }
    return way;
  }

  /** Walks the way again, to tell it. */
  private List<String> trace() {
    List<Integer> way = way(last);
    if (lastOrdinal >= 0) {
      way.add(lastOrdinal);
    }
    List<String> lines = new ArrayList<>();
    World world = play.first();
    for (int ordinal : way) {
      Move move = play.moves(world).get(ordinal);
      World next = world.copy();
      String name = move.name().get();
      List<String> notes = play.listen();
      move.act().accept(next);
      lines.add("  " + name + (notes.isEmpty() ? "" : ": " + String.join(", ", notes)));
      world = next;
    }
    return lines;
  }
}
