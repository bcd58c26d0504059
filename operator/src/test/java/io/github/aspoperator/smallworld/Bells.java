package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Bell;
import java.util.ArrayList;
import java.util.List;

/**
 * The bells of one session that have not been answered.
 *
 * @param next the first commit, by its place in the log, whose bell was not answered yet
 * @param back bells that a crash gave back, each once
 */
record Bells(int next, List<Bell> back) {

  Bells upTo(int commits) {
    return new Bells(commits, back);
  }

  Bells with(Bell bell) {
    if (back.contains(bell)) {
      return this;
    }
    List<Bell> more = new ArrayList<>(back);
    more.add(bell);
    more.sort(java.util.Comparator.comparing(Bell::toString));
    return new Bells(next, List.copyOf(more));
  }

  Bells without(Bell bell) {
    return new Bells(next, back.stream().filter(b -> !b.equals(bell)).toList());
  }
}
