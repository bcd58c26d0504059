package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import java.util.Optional;

/** The heads of a world. */
final class WorldHeads implements Heads {

  private final Stage stage;

  WorldHeads(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Head read(SessionId session) {
    Head head = stage.reads().head(Cast.index(session));
    stage.note(Told.head(head));
    return head;
  }

  @Override
  public Optional<Roster> roster(SessionId session, long through) {
    return stage.reads().roster(Cast.index(session)).filter(r -> r.through() == through);
  }

  @Override
  public boolean replace(SessionId session, long version, Head next, Optional<Roster> roster) {
    World world = stage.writes();
    int index = Cast.index(session);
    if (world.head(index).version() != version && !stage.setting().breaks(Breach.HEAD_VERSION)) {
      stage.note("lost");
      return false;
    }
    world.head(index, next);
    roster.ifPresent(r -> world.roster(index, r));
    stage.note(Told.head(next));
    return true;
  }

  @Override
  public boolean caughtUp(SessionId session, int member, long sequence) {
    World world = stage.writes();
    int index = Cast.index(session);
    Head head = world.head(index);
    if (!head.lagging().has(member)) {
      stage.note("was off");
      return true;
    }
    if (head.sequence() != sequence && !stage.setting().breaks(Breach.HEAD_SEQUENCE)) {
      stage.note("not yet: " + Told.head(head));
      return false;
    }
    world.head(index, without(head, member));
    stage.note(Told.head(world.head(index)));
    return true;
  }

  static Head without(Head head, int member) {
    return new Head(
        head.sequence(),
        head.at(),
        head.version() + 1,
        head.lagging().without(member),
        head.rosterThrough());
  }
}
