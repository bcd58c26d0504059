package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one presence item of an agent, changed only by conditional writes (protocol section 5).
 *
 * @param connections recorded ones, oldest first
 * @param epoch raised when the last connection drops; 0 for an agent that never did
 * @param drop the drop that raised it, while no connection is back
 * @param unclean whether something may have been swallowed that no connection was told yet: the
 *     last drop was not a close by the client, or one by a client that had not been told, or one
 *     beside others of which some had not
 * @param expiredThrough the last epoch whose grace ran out
 * @param version raised by every change
 */
public record Presence(
    List<Connection> connections,
    long epoch,
    Optional<DropId> drop,
    boolean unclean,
    long expiredThrough,
    long version) {

  /** Of an agent that never connected. */
  public static final Presence NEVER = new Presence(List.of(), 0, Optional.empty(), false, 0, 0);

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
    List<Connection> next = new ArrayList<>(connections);
    next.add(new Connection(id, now, connections.isEmpty() && !unclean, token));
    return new Presence(next, epoch, Optional.empty(), unclean, expiredThrough, version + 1);
  }

  /** Whether {@code id} is the only connection. */
  public boolean isLast(ConnectionId id) {
    return connections.size() == 1 && connections.getFirst().id().equals(id);
  }

  /**
   * Without {@code id}; when it was the last one, offline in a new epoch under {@code attempt}. One
   * that goes before it was told what an unclean drop may have swallowed, before it came or beside
   * it, leaves that to the next.
   */
  public Presence drop(ConnectionId id, DropId attempt, boolean clean) {
    List<Connection> next = connections.stream().filter(c -> !c.id().equals(id)).toList();
    boolean still = !clean || (unclean && find(id).filter(c -> !c.ready()).isPresent());
    if (next.isEmpty()) {
      return new Presence(
          next, epoch + 1, Optional.of(attempt), still, expiredThrough, version + 1);
    }
    boolean untold = next.stream().anyMatch(c -> !c.ready());
    return new Presence(
        next, epoch, drop, unclean || (!clean && untold), expiredThrough, version + 1);
  }

  /** With the grace of the present epoch run out. */
  public Presence expire() {
    return new Presence(connections, epoch, drop, unclean, epoch, version + 1);
  }

  /** With {@code id} ready, or owed a stretch again. */
  public Presence ready(ConnectionId id, boolean ready) {
    List<Connection> next =
        connections.stream()
            .map(c -> c.id().equals(id) ? new Connection(id, c.openedAt(), ready, c.token()) : c)
            .toList();
    return new Presence(next, epoch, drop, unclean, expiredThrough, version + 1);
  }
}
