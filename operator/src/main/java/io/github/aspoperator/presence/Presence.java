package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The one presence item of an agent, changed only by conditional writes (protocol section 5).
 *
 * @param connections recorded ones, oldest first
 * @param epoch raised when the last connection drops; 0 for an agent that never did
 * @param drop the drop that raised it, while no connection is back
 * @param unclean whether something may have been swallowed that no connection was told yet: the
 *     last drop was not a close by the client, or one by a client that had not been told, or one
 *     beside others of which some had not
 * @param untold since when it is owed, where connections ended that were to be told it and were
 *     not; epoch milliseconds
 * @param expiredThrough the last epoch whose grace ran out
 * @param version raised by every change
 */
public record Presence(
    List<Connection> connections,
    long epoch,
    Optional<DropId> drop,
    boolean unclean,
    OptionalLong untold,
    long expiredThrough,
    long version) {

  /** Of an agent that never connected. */
  public static final Presence NEVER =
      new Presence(List.of(), 0, Optional.empty(), false, OptionalLong.empty(), 0, 0);

  /**
   * How far back a connection is owed what those before it were not told, in milliseconds: as long
   * as it may take until a client that vanished is missed.
   */
  public static final long LONGEST_UNTOLD = 600_000;

  /** Copies the list. */
  public Presence {
    connections = List.copyOf(connections);
  }

  /** Whether it has a connection. */
  public boolean isOnline() {
    return !connections.isEmpty();
  }

  /** Whether every connection may be posted to. */
  public boolean allReady() {
    for (Connection connection : connections) {
      if (!connection.ready()) {
        return false;
      }
    }
    return true;
  }

  /** The recorded connection of that id. */
  public Optional<Connection> find(ConnectionId id) {
    return connections.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** With one more connection, which is ready only when it stands alone after a clean drop. */
  public Presence connect(ConnectionId id, long now, TokenHash token) {
    OptionalLong owed =
        connections.isEmpty() && !unclean
            ? OptionalLong.empty()
            : OptionalLong.of(Math.clamp(untold.orElse(now), now - LONGEST_UNTOLD, now));
    List<Connection> next = new ArrayList<>(connections);
    next.add(new Connection(id, now, owed, token));
    return new Presence(
        next, epoch, Optional.empty(), unclean, untold, expiredThrough, version + 1);
  }

  /** Whether {@code id} is the only connection. */
  public boolean isLast(ConnectionId id) {
    return connections.size() == 1 && connections.getFirst().id().equals(id);
  }

  /**
   * Without {@code id}; when it was the last one, offline in a new epoch under {@code attempt}. One
   * that goes before it was told what an unclean drop may have swallowed, before it came or beside
   * it, leaves that to those that are not told yet, and to the next.
   */
  public Presence drop(ConnectionId id, DropId attempt, boolean clean) {
    OptionalLong owed =
        find(id).map(Connection::owed).filter(OptionalLong::isPresent).orElse(untold);
    List<Connection> next =
        connections.stream().filter(c -> !c.id().equals(id)).map(c -> c.owingAlso(owed)).toList();
    if (next.isEmpty()) {
      boolean still = !clean || (unclean && find(id).filter(c -> !c.ready()).isPresent());
      return new Presence(
          next,
          epoch + 1,
          Optional.of(attempt),
          still,
          still ? sooner(untold, owed) : OptionalLong.empty(),
          expiredThrough,
          version + 1);
    }
    boolean waiting = next.stream().anyMatch(c -> !c.ready());
    return new Presence(
        next,
        epoch,
        drop,
        unclean || (!clean && waiting),
        sooner(untold, owed),
        expiredThrough,
        version + 1);
  }

  private static OptionalLong sooner(OptionalLong one, OptionalLong other) {
    return one.isPresent() && one.getAsLong() <= other.orElse(Long.MAX_VALUE) ? one : other;
  }

  /** With the grace of the present epoch run out. */
  public Presence expire() {
    return new Presence(connections, epoch, drop, unclean, untold, epoch, version + 1);
  }

  /** With {@code id} ready: it was told all that it was owed, and so all that others were not. */
  public Presence told(ConnectionId id) {
    return owing(id, OptionalLong.empty(), OptionalLong.empty());
  }

  /** With {@code id} owed a stretch again, since what was posted at {@code now} missed it. */
  public Presence missed(ConnectionId id, long now) {
    long since = find(id).map(Connection::owed).orElse(OptionalLong.empty()).orElse(now);
    return owing(id, OptionalLong.of(since), untold);
  }

  private Presence owing(ConnectionId id, OptionalLong since, OptionalLong rest) {
    List<Connection> next =
        connections.stream().map(c -> c.id().equals(id) ? c.owing(since) : c).toList();
    return new Presence(next, epoch, drop, unclean, rest, expiredThrough, version + 1);
  }
}
