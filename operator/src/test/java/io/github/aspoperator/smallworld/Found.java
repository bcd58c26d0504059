package io.github.aspoperator.smallworld;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came of exploring a world.
 *
 * @param name of the world
 * @param states distinct ones
 * @param moves between them
 * @param atRest states in which nothing is due
 * @param depth moves on the shortest way to the farthest state
 * @param millis it took
 * @param steps how often each production step ran, by name
 * @param wrong what broke, if anything did
 * @param trace the shortest way to it
 */
record Found(
    String name,
    int states,
    long moves,
    int atRest,
    int depth,
    long millis,
    Map<String, Integer> steps,
    Optional<String> wrong,
    List<String> trace) {

  /** One line, and the way to what broke. */
  String report() {
    String size =
        String.format(
            Locale.ROOT,
            "%s: %,d states, %,d moves, %,d at rest, depth %d, %.1f s",
            name,
            states,
            moves,
            atRest,
            depth,
            millis / 1000.0);
    return wrong
        .map(w -> size + "\n" + w + " (" + trace.size() + " moves)\n" + String.join("\n", trace))
        .orElse(size);
  }
}
