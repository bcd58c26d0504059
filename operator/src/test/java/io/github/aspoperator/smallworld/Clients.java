package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Connect;
import io.github.aspoperator.presence.Drop;
import java.util.List;

/** The agent's clients and the transport: connections that come, go, stick and die. */
final class Clients {

  private static final long HALF_A_MINUTE = 31_000;

  private final Setting setting;
  private final Work work;

  Clients(Setting setting, Work work) {
    this.setting = setting;
    this.work = work;
  }

  void moves(World world, List<Move> moves) {
    if (world.left(Chance.CONNECT) > 0) {
      connect(world, moves);
    }
    for (int i = 0; i < Setting.CONNECTIONS; i++) {
      wire(world, i, moves);
    }
    if (world.left(Chance.TIME) > 0 && isPassable(world)) {
      moves.add(
          Move.may(
              () -> "HALF A MINUTE passes",
              next -> {
                next.spend(Chance.TIME);
                next.clock(next.clock() + HALF_A_MINUTE);
                if (isLongerThanAStretch()) {
                  next.past(next.past().later(next.handed().size()));
                }
              }));
    }
  }

  private boolean isLongerThanAStretch() {
    return setting.limits().stretchMillis() < HALF_A_MINUTE;
  }

  /** No handshake takes half a minute. */
  private boolean isPassable(World world) {
    for (int i = 0; i < Setting.CONNECTIONS; i++) {
      switch (world.wire(i).status()) {
        case CONNECTING, ANSWERING -> {
          return false;
        }
        case UNUSED, OPEN, STUCK, SWALLOWING, CLOSED -> {}
      }
    }
    return true;
  }

  private void connect(World world, List<Move> moves) {
    int fresh = 0;
    boolean alone = !world.presence().isOnline();
    for (int i = 0; i < Setting.CONNECTIONS; i++) {
      if (world.wire(i).status() != Wire.Status.UNUSED) {
        fresh = i + 1;
        alone &= !world.wire(i).isAlive();
      }
    }
    if (fresh < Setting.CONNECTIONS && (alone || setting.has(Topic.BESIDE))) {
      int index = fresh;
      ConnectionId id = Cast.connection(index);
      work.free(world, Lane.CALL)
          .ifPresent(slot ->
              moves.add(
                  Move.may(
                      () -> "CONNECT " + id,
                      next -> {
                        next.spend(Chance.CONNECT);
                        next.wire(index, Wire.UNUSED.with(Wire.Status.CONNECTING));
                        work.beginAndStep(
                            next,
                            slot,
                            new Call.Arrives(index),
                            Connect.of(new Connect.Arrival(Cast.AGENT, id, Cast.TOKEN)));
                      })));
    }
  }

  private void wire(World world, int index, List<Move> moves) {
    switch (world.wire(index).status()) {
      case ANSWERING ->
          moves.add(
              Move.due(
                  () -> "c" + index + " has its answer",
                  next -> next.wire(index, next.wire(index).with(Wire.Status.OPEN))));
      case OPEN -> {
        drop(world, index, Chance.CLEAN_DROP, true, moves);
        drop(world, index, Chance.UNCLEAN_DROP, false, moves);
        may(world, index, Chance.LOST_DROP, Wire.Status.CLOSED, moves);
        may(world, index, Chance.STUCK, Wire.Status.STUCK, moves);
        may(world, index, Chance.SWALLOW, Wire.Status.SWALLOWING, moves);
      }
      case CLOSED, SWALLOWING -> sweep(world, index, moves);
      case UNUSED, CONNECTING, STUCK -> {}
    }
  }

  private static void may(
      World world, int index, Chance chance, Wire.Status status, List<Move> moves) {
    if (world.left(chance) > 0) {
      moves.add(
          Move.may(
              () -> chance + " c" + index,
              next -> {
                next.spend(chance);
                next.wire(index, next.wire(index).with(status));
              }));
    }
  }

  private void drop(World world, int index, Chance chance, boolean clean, List<Move> moves) {
    if (world.left(chance) > 0) {
      work.free(world, Lane.CALL)
          .ifPresent(slot ->
              moves.add(
                  Move.may(
                      () -> chance + " c" + index,
                      next -> {
                        next.spend(chance);
                        gone(next, slot, index, clean);
                      })));
    }
  }

  private void gone(World world, int slot, int index, boolean clean) {
    world.wire(index, world.wire(index).with(Wire.Status.CLOSED));
    Drop first = Drop.of(Cast.AGENT, Cast.connection(index), clean);
    work.begin(world, slot, new Call.Goes(index, clean), first);
  }

  /** A connection that is recorded, dead, and looked after by nobody is found sooner or later. */
  private void sweep(World world, int index, List<Move> moves) {
    ConnectionId id = Cast.connection(index);
    if (world.presence().find(id).isPresent() && !isLookedAfter(world, index)) {
      work.free(world, Lane.CALL)
          .ifPresent(slot ->
              moves.add(
                  Move.due(() -> "the sweep finds " + id, next -> gone(next, slot, index, false))));
    }
  }

  private static boolean isLookedAfter(World world, int index) {
    Job job = new Job.Drop(Cast.AGENT, Cast.connection(index));
    if (world.jobs().contains(job)) {
      return true;
    }
    for (int slot = 0; slot < Lane.SLOTS; slot++) {
      boolean at =
          switch (world.cause(slot)) {
            case Call.Goes(var connection, _) -> connection == index;
            case Job other -> other.equals(job);
            case Call.Arrives(var connection) -> connection == index;
            default -> false;
          };
      if (at) {
        return true;
      }
    }
    return false;
  }
}
