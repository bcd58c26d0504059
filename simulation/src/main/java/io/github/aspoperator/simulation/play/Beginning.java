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
 * @param of the other one
 */
record Beginning(@Nullable World of) {

  static final Beginning NOTHING = new Beginning(null);

  Store store(LongSupplier clock, Races races, Written log) {
    return of == null ? new Store(clock, races, log) : new Store(of.store(), clock, races, log);
  }

  Logs logs(Troubles troubles) {
    return of == null ? new Logs(troubles) : new Logs(of.logs(), troubles);
  }

  List<Actor> actors() {
    return of == null ? Cast.fresh() : of.actors().stream().map(Actor::new).toList();
  }
}
