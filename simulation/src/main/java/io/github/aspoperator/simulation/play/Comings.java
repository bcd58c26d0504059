package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.part.Fault;
import java.util.List;

/** Clients come and go. */
final class Comings {

  private final World world;

  Comings(World world) {
    this.world = world;
  }

  void act(Act act, Draw draw) {
    if (act == Act.CONNECT) {
      Actor actor = world.actors().get(draw.below(world.actors().size()));
      if (!actor.isRemoved()) {
        world.connect(actor);
      }
      return;
    }
    List<Line> open =
        world.lines().stream().filter(line -> line.state() == Line.State.OPEN).toList();
    if (open.isEmpty()) {
      return;
    }
    Line line = open.get(draw.below(open.size()));
    if (act == Act.VANISH && !world.faults().isOver()) {
      world.gateway().vanish(line);
    } else if (act == Act.CUT && !world.faults().isOver()) {
      world.faults().count(Fault.CONNECTION_CUT);
      world.gateway().cut(line);
    } else {
      world.gateway().closedByClient(line);
    }
  }
}
