package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

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
 * @param told what the last stretch told, unless whoever was told closed since
 * @param uncleanAt when a connection last ended other than by a close of its client, epoch
 *     milliseconds; 0 if none ever did
 * @param expiredThrough the last epoch whose grace ran out
 * @param version raised by every change
 */
public record Presence(
    List<Connection> connections,
    long epoch,
    Optional<DropId> drop,
    boolean unclean,
    OptionalLong untold,
    Optional<Told> told,
    long uncleanAt,
    long expiredThrough,
    long version) {

  /**
   * A stretch that a connection was told, which may have died before it got it.
   *
   * @param by the connection
   * @param since since when it was owed, epoch milliseconds
   * @param at when it had been told, epoch milliseconds
   */
  public record Told(ConnectionId by, long since, long at) {}

  /** Of an agent that never connected. */
  public static final Presence NEVER =
      new Presence(
          List.of(), 0, Optional.empty(), false, OptionalLong.empty(), Optional.empty(), 0, 0, 0);

  /**
   * How far back a connection is owed what those before it were not told, in milliseconds: as long
   * as it may take until a client that vanished is missed.
   */
  public static final long LONGEST_UNTOLD = 600_000;

  /** Clocks of two processes never differ by more, in milliseconds. */
  private static final long CLOCKS_DIFFER = 1_000;

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
    long first = now - LONGEST_UNTOLD;
    boolean counts = untold.isPresent() && (unclean || untold.getAsLong() >= first);
    OptionalLong owed =
        connections.isEmpty() && !unclean
            ? OptionalLong.empty()
            : OptionalLong.of(counts ? Math.clamp(untold.getAsLong(), first, now) : now);
    List<Connection> next = new ArrayList<>(connections);
    next.add(new Connection(id, now, owed, token));
    return new Presence(
        next,
        epoch,
        Optional.empty(),
        unclean,
        untold,
        told,
        uncleanAt,
        expiredThrough,
        version + 1);
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
  public Presence drop(ConnectionId id, DropId attempt, boolean clean, long now) {
    long last = clean ? uncleanAt : Math.max(uncleanAt, now);
    boolean got = clean && find(id).filter(Connection::ready).isPresent();
    Optional<Told> mayBeLost = got ? Optional.empty() : told;
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
          mayBeLost,
          last,
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
        mayBeLost,
        last,
        expiredThrough,
        version + 1);
  }

  private static OptionalLong sooner(OptionalLong one, OptionalLong other) {
    return one.isPresent() && one.getAsLong() <= other.orElse(Long.MAX_VALUE) ? one : other;
  }

  /** With the grace of the present epoch run out. */
  public Presence expire() {
    return new Presence(
        connections, epoch, drop, unclean, untold, told, uncleanAt, epoch, version + 1);
  }

  /**
   * Since when {@code connection} is owed what may have been swallowed, where a stretch reaches
   * {@code stretch} milliseconds back: also what a stretch told another one in that time, since
   * that may be dead; but for one that was there before, and no more than twice as far.
   */
  public long owedSince(Connection connection, long stretch) {
    long owed = connection.owed().orElseThrow();
    return told.filter(
            last -> !last.by().equals(connection.id()) && last.since() <= connection.openedAt())
        .map(last -> sinceWith(last, owed, stretch))
        .orElse(owed);
  }

  private static long sinceWith(Told last, long owed, long stretch) {
    return last.at() < owed - stretch
        ? owed
        : Math.max(Math.min(owed, last.since()), owed - stretch);
  }

  /**
   * With {@code id} ready: it was told at {@code now} all that it was owed, since {@code owed}, and
   * so all that others were not. Where a stretch reaches {@code stretch} milliseconds back.
   */
  public Presence told(ConnectionId id, long owed, long now, long stretch) {
    long since = told.map(last -> sinceWith(last, owed, stretch)).orElse(owed);
    List<Connection> next =
        connections.stream()
            .map(c -> c.id().equals(id) ? c.owing(OptionalLong.empty()) : c)
            .toList();
    return new Presence(
        next,
        epoch,
        drop,
        unclean,
        OptionalLong.empty(),
        Optional.of(new Told(id, since, now)),
        uncleanAt,
        expiredThrough,
        version + 1);
  }

  /**
   * With the connection that missed something owed a stretch again. Where none of those that took
   * it is there any more, and one has ended uncleanly since, it may have been swallowed. Where the
   * one that missed it is gone too, whoever is there then or comes next is owed it; where only that
   * one is gone, who comes next, unless the takers close.
   */
  public Presence missed(Missed missed) {
    OptionalLong since = OptionalLong.of(missed.at());
    boolean taken = connections.stream().anyMatch(c -> missed.takers().contains(c.id()));
    boolean swallowed = !taken && uncleanAt >= missed.at() - CLOCKS_DIFFER;
    if (find(missed.by()).isPresent()) {
      return owing(c -> c.id().equals(missed.by()), since, unclean || swallowed, untold);
    }
    if (taken) {
      return owing(_ -> false, since, unclean, sooner(untold, since));
    }
    return swallowed ? owing(_ -> true, since, true, sooner(untold, since)) : this;
  }

  private Presence owing(
      Predicate<Connection> whom, OptionalLong since, boolean swallowed, OptionalLong rest) {
    List<Connection> next =
        connections.stream().map(c -> whom.test(c) ? c.owing(sooner(c.owed(), since)) : c).toList();
    return new Presence(
        next, epoch, drop, swallowed, rest, told, uncleanAt, expiredThrough, version + 1);
  }
}
