package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.session.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invariants 1 to 4 of the delivery, checked at every arrival and at every rest. */
final class DeliveryChecks {

  private DeliveryChecks() {}

  /** The peer, always connected, takes {@code sequence}. */
  static void peer(World world, long sequence) {
    Truth truth = world.log(0).truth(Cast.PEER);
    Optional<Long> next = truth.all().stream().filter(e -> e > world.peer()).findFirst();
    if (next.filter(e -> e == sequence).isPresent()) {
      world.peer(sequence);
    } else if (sequence > world.peer()) {
      world.breaks("loss: the peer gets " + sequence + " after " + world.peer());
    } else if (!world.past().fault()) {
      world.breaks("repeat: the peer gets " + sequence + " again");
    }
  }

  /** The agent's connection takes {@code sequence}. */
  static void arrives(World world, int index, long sequence) {
    Wire wire = world.wire(index);
    List<Long> base = world.handed().subList(0, wire.base());
    boolean again = wire.got().contains(sequence) || base.contains(sequence);
    if (again && !wire.owed() && !world.past().fault()) {
      world.breaks("repeat: c" + index + " gets " + sequence + " again");
      return;
    }
    handed(world, sequence);
    if (!again) {
      world.wire(index, wire.with(sequence));
      List<Long> whole = new ArrayList<>(base);
      whole.addAll(world.wire(index).got());
      if (!world.log(0).truth(Cast.AGENT).inOrder(whole)) {
        world.breaks("loss or swap: c" + index + " has got " + whole);
      }
    }
  }

  /** The agent was handed {@code sequence}, on whichever connection. */
  static void handed(World world, long sequence) {
    Truth truth = world.log(0).truth(Cast.AGENT);
    if (!truth.allows(sequence)) {
      world.breaks(sequence + " is not for the agent");
    }
    if (!world.handed().contains(sequence)) {
      List<Long> handed = new ArrayList<>(world.handed());
      handed.add(sequence);
      world.handed(List.copyOf(handed));
      if (!truth.inOrder(handed)) {
        world.breaks("loss or swap: the agent was handed " + handed);
      }
    }
  }

  /** What is wrong although nothing is due. */
  static Optional<String> wrongAtRest(World world, Setting setting) {
    long last = world.log(0).last();
    if (world.head(0).sequence() != last) {
      return Optional.of("the head stays behind the log");
    }
    long peers = world.log(0).truth(Cast.PEER).all().getLast();
    // who has become a laggard is left to its replay, which is not played here
    if (setting.has(Topic.PEER_CONNECTED)
        && !isLagging(world, Cast.PEER)
        && world.peer() != peers) {
      return Optional.of("loss: the peer has got up to " + world.peer());
    }
    for (int i = 0; i < Setting.CONNECTIONS; i++) {
      Optional<String> wrong = wrongAtRest(world, i);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    if (!world.presence().isOnline()) {
      return Optional.empty();
    }
    if (isLagging(world, Cast.AGENT)) {
      return Optional.of("stuck: connected, and still lagging");
    }
    // what a pass that lost its head has left behind is finished by the next replay
    return setting.keepsItsHeads() && world.lag(0).filter(Lag::isOpen).isPresent()
        ? Optional.of("nothing is owed, and the item stays open")
        : Optional.empty();
  }

  private static Optional<String> wrongAtRest(World world, int index) {
    Wire wire = world.wire(index);
    // one that takes no more may stay as long as it has missed nothing
    boolean open = wire.status() == Wire.Status.OPEN || wire.status() == Wire.Status.STUCK;
    if (!open) {
      return Optional.empty();
    }
    Optional<Connection> recorded = world.presence().find(Cast.connection(index));
    if (recorded.isEmpty()) {
      return Optional.of("c" + index + " is open, and nobody knows it");
    }
    if (!recorded.get().ready()) {
      return Optional.of("c" + index + " is never ready");
    }
    Set<Long> got = new HashSet<>(wire.got());
    got.addAll(world.handed().subList(0, wire.base()));
    List<Long> all = world.log(0).truth(Cast.AGENT).all();
    return got.containsAll(all)
        ? Optional.empty()
        : Optional.of("loss: c" + index + " has got " + got + " of " + all);
  }

  private static boolean isLagging(World world, Handle agent) {
    return world
        .roster(0)
        .flatMap(roster -> roster.members().find(agent))
        .map(Member::index)
        .filter(world.head(0).lagging()::has)
        .isPresent();
  }
}
