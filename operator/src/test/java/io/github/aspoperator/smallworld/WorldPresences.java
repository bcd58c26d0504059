package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.presence.Presences;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The agent's presence item; that of the others never changes. */
final class WorldPresences implements Presences {

  private static final Presence ONLINE =
      new Presence(
          List.of(new Connection(Cast.PEERS, 0, OptionalLong.empty(), Cast.TOKEN)),
          0,
          Optional.empty(),
          false,
          OptionalLong.empty(),
          Optional.empty(),
          0,
          0,
          1);

  private final Stage stage;

  WorldPresences(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Presence read(Handle agent) {
    if (!agent.equals(Cast.AGENT)) {
      boolean online = agent.equals(Cast.PEER) && stage.setting().has(Topic.PEER_CONNECTED);
      return online ? ONLINE : Presence.NEVER;
    }
    Presence presence = stage.reads().presence();
    stage.note(Told.presence(presence));
    return presence;
  }

  @Override
  public boolean replace(Handle agent, long version, Presence next) {
    World world = stage.writes();
    Presence before = world.presence();
    if (before.version() != version && !stage.setting().breaks(Breach.PRESENCE_VERSION)) {
      stage.note("lost");
      return false;
    }
    world.presence(next);
    stage.note(Told.presence(next));
    for (Connection connection : next.connections()) {
      recorded(world, before.find(connection.id()), connection, before);
    }
    PresenceChecks.written(world, before, next, world.cause(stage.slot()));
    return true;
  }

  /** What its client is to expect of a connection follows from the protocol, not from the item. */
  private static void recorded(
      World world, Optional<Connection> before, Connection connection, Presence item) {
    int index = Cast.index(connection.id());
    Wire wire = world.wire(index);
    if (before.isEmpty()) {
      boolean owed = item.isOnline() || world.past().unclean();
      world.wire(
          index, owed ? wire.owing(world.past().settled()) : wire.alone(world.handed().size()));
    } else if (before.get().ready() && !connection.ready()) {
      world.wire(index, wire.owing(world.past().settled()));
    }
  }

  /** A connection recorded long ago, ready. */
  static Presence online(ConnectionId id) {
    return new Presence(
        List.of(new Connection(id, 0, OptionalLong.empty(), Cast.TOKEN)),
        0,
        Optional.empty(),
        false,
        OptionalLong.empty(),
        Optional.empty(),
        0,
        0,
        1);
  }
}
