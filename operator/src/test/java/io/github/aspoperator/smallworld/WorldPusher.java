package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;

/** The transport of a world. */
final class WorldPusher implements Pusher {

  private final Stage stage;

  WorldPusher(Stage stage) {
    this.stage = stage;
  }

  @Override
  public List<Outcome> push(SessionEvent event, List<ConnectionId> to, Pace pace) {
    boolean peerOnly = to.equals(List.of(Cast.PEERS));
    World world = peerOnly ? stage.keeps() : stage.writes();
    List<Outcome> outcomes = new ArrayList<>();
    for (ConnectionId connection : to) {
      Outcome outcome = push(world, event, connection);
      outcomes.add(outcome);
      stage.note(event.sequence() + " to " + connection + " " + outcome);
    }
    return outcomes;
  }

  private Outcome push(World world, SessionEvent event, ConnectionId connection) {
    if (!stage.setting().has(Topic.DELIVERY)) {
      return Outcome.SENT;
    }
    if (connection.equals(Cast.PEERS)) {
      DeliveryChecks.peer(world, event.sequence());
      return Outcome.SENT;
    }
    int index = Cast.index(connection);
    return switch (world.wire(index).status()) {
      case OPEN -> {
        DeliveryChecks.arrives(world, index, event.sequence());
        yield Outcome.SENT;
      }
      case SWALLOWING -> {
        DeliveryChecks.handed(world, event.sequence());
        yield Outcome.SENT;
      }
      case STUCK -> Outcome.STUCK;
      case UNUSED, CONNECTING, ANSWERING, CLOSED -> Outcome.GONE;
    };
  }

  @Override
  public void close(ConnectionId connection, CloseReason reason) {
    World world = stage.writes();
    int index = Cast.index(connection);
    world.wire(index, world.wire(index).with(Wire.Status.CLOSED));
    stage.note("closes " + connection);
  }
}
