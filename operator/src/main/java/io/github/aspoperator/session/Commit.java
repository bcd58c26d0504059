package io.github.aspoperator.session;

import io.github.aspoperator.identity.EventId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.List;
import java.util.Optional;

/**
 * All events of one command: the unit of the log. It is put at {@link #key()} only if nothing is
 * there, and since the log is dense, that one condition is the lock of the session.
 *
 * @param session whose log
 * @param key 0 for the genesis commit, else the sequence of the first event
 * @param command fresh id of the command; the event ids count on from it. A writer whose answer was
 *     lost knows its own commit by it
 * @param at epoch milliseconds, the created_at of every event in it
 * @param genesis what only the first commit says
 * @param keyed the idempotency key it answers for, if any
 * @param events in order; only a genesis commit may have none
 */
public record Commit(
    SessionId session,
    long key,
    Ulid command,
    long at,
    Optional<Genesis> genesis,
    Optional<Keyed> keyed,
    List<SessionEvent> events) {

  /**
   * The creation of a session; never on the wire.
   *
   * @param creator who created it, and is joined from then on
   * @param topic what it is about, if said
   * @param epoch the creator's presence epoch, read before
   */
  public record Genesis(Handle creator, Optional<String> topic, long epoch) {}

  /** A commit is genesis exactly at key 0, and is never empty elsewhere. */
  public Commit {
    events = List.copyOf(events);
    if (genesis.isPresent() != (key == 0) || (events.isEmpty() && key != 0)) {
      throw new IllegalArgumentException("a commit is genesis exactly at key 0");
    }
  }

  /** A commit whose events are {@code payloads}, numbered from {@code key} (1 for genesis). */
  public static Commit of(
      SessionId session,
      long key,
      Ulid command,
      long at,
      Optional<Genesis> genesis,
      Optional<Keyed> keyed,
      List<Payload> payloads) {
    SessionEvent[] events = new SessionEvent[payloads.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = event(session, key, command, at, i, payloads.get(i));
    }
    return new Commit(session, key, command, at, genesis, keyed, List.of(events));
  }

  /** The event that stands at place {@code i} of a commit with this key and command. */
  public static SessionEvent event(
      SessionId session, long key, Ulid command, long at, int i, Payload payload) {
    return new SessionEvent(
        session, new EventId(command.plus(i)), Math.max(key, 1) + i, at, payload);
  }

  /** Sequence of its last event; 0 for a genesis commit without events. */
  public long last() {
    return Math.max(key, 1) + events.size() - 1;
  }

  /** Whether anything but messages is in it, so that the roster changes. */
  public boolean changesRoster() {
    if (genesis.isPresent()) {
      return true;
    }
    for (SessionEvent event : events) {
      if (!(event.payload() instanceof Payload.Message)) {
        return true;
      }
    }
    return false;
  }
}
