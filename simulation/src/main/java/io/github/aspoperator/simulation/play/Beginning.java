package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.part.Races;
import io.github.aspoperator.simulation.table.Store;
import io.github.aspoperator.simulation.table.Written;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a world begins: with nothing, or with what another one has come to.
 *
 * @param cast who takes part
 * @param of the other one
 */
record Beginning(List<Actor> cast, @Nullable World of) {

  /** Nothing has happened to so many agents. */
  static Beginning nothing(int agents) {
    return new Beginning(Cast.fresh(agents), null);
  }

  /** As {@code other} is now; nothing may be under way in it. */
  static Beginning behind(World other) {
    return new Beginning(other.actors(), other);
  }

  Store store(LongSupplier clock, Races races, Written log) {
    return of == null ? new Store(clock, races, log) : new Store(of.store(), clock, races, log);
  }

  Logs logs(Troubles troubles) {
    return of == null ? new Logs(troubles) : new Logs(of.logs(), troubles);
  }

  List<Actor> actors() {
    return cast.stream().map(Actor::new).toList();
  }

  /** The connections there were, with all that came over them. */
  List<Line> lines() {
    return of == null ? List.of() : of.lines().stream().map(Line::new).toList();
  }
}
