package io.github.aspoperator.session;

import io.github.aspoperator.identity.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commit a decision is writing: keeps key, time and numbering right. */
final class Draft {

  private final SessionId session;
  private final long key;
  private final long at;
  private final Facts facts;
  private final List<Payload> payloads = new ArrayList<>();
  private Optional<Keyed> keyed = Optional.empty();

  private Draft(SessionId session, long key, long at, Facts facts) {
    this.session = session;
    this.key = key;
    this.at = at;
    this.facts = facts;
  }

  /** The genesis commit of {@code session}. */
  static Draft genesis(SessionId session, Facts facts) {
    return new Draft(session, 0, facts.now(), facts);
  }

  /** The commit after {@code state}; its time never runs backwards. */
  static Draft after(SessionState state, Facts facts) {
    return new Draft(state.id(), state.nextKey(), Math.max(state.at(), facts.now()), facts);
  }

  /** The sequence the next event gets. */
  long next() {
    return Math.max(key, 1) + payloads.size();
  }

  Draft keyed(Optional<Keyed> by) {
    keyed = by;
    return this;
  }

  Draft add(Payload payload) {
    payloads.add(payload);
    return this;
  }

  /** The event that stands at place {@code i}, as it will be in the commit. */
  SessionEvent event(int i) {
    return Commit.event(session, key, facts.command(), at, i, payloads.get(i));
  }

  Decision done() {
    return done(Optional.empty());
  }

  Decision done(Optional<Commit.Genesis> genesis) {
    return payloads.isEmpty() && genesis.isEmpty()
        ? new Decision.Nothing()
        : new Decision.Append(
            Commit.of(session, key, facts.command(), at, genesis, keyed, payloads));
  }
}
