package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.session.SessionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The index, as far as anybody reads it. */
final class WorldIndex implements SessionIndex {

  private final Stage stage;

  WorldIndex(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void put(Entry entry) {
    if (!stage.setting().keepsEntries(entry.agent())) {
      return;
    }
    World world = stage.writes();
    int session = Cast.index(entry.session());
    if (world
        .entry(session, entry.agent())
        .filter(e -> e.sequence() > entry.sequence())
        .isEmpty()) {
      world.entry(session, entry);
    }
    stage.note("entry of " + entry.agent() + (entry.current() ? ": in" : ": out"));
  }

  @Override
  public List<SessionId> page(
      Handle agent, Optional<SessionId> before, int limit, boolean currentOnly) {
    World world = stage.reads();
    List<SessionId> page = new ArrayList<>();
    for (int i = Setting.SESSIONS - 1; i >= 0; i--) {
      SessionId session = Cast.session(i);
      boolean older = before.isEmpty() || session.compareTo(before.get()) < 0;
      if (older && world.entry(i, agent).filter(e -> e.current() || !currentOnly).isPresent()) {
        page.add(session);
      }
    }
    if (Lane.of(stage.slot()) == Lane.REPLAY) {
      excuse(world);
    }
    stage.note(page.size() + " sessions");
    return page;
  }

  /** A stretch covers active sessions only (protocol section 5): not one the agent is out of. */
  private static void excuse(World world) {
    boolean out = world.entry(0, Cast.AGENT).filter(e -> !e.current()).isPresent();
    for (Connection connection : world.presence().connections()) {
      if (out && !connection.ready()) {
        int index = Cast.index(connection.id());
        world.wire(index, world.wire(index).excused(world.handed().size()));
      }
    }
  }
}
