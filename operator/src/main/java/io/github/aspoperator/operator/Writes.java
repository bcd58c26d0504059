package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Decide;
import io.github.aspoperator.session.Decision;
import io.github.aspoperator.session.Facts;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Question;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.trust.Contacts;
import io.github.aspoperator.trust.Reachability;
import java.util.Optional;

/**
 * The write path: decide on the state at the end of the log, put the commit behind it; when
 * somebody was faster, decide again on what is there now, with trust asked afresh. One conditional
 * put is all the locking there is.
 */
final class Writes {

  /**
   * Lost puts after which the caller is asked to come back: never reached but by a store that
   * misbehaves.
   */
  private static final int ATTEMPTS = 1_000;

  private final Ports ports;
  private final Reachability reachability;

  Writes(Ports ports) {
    this.ports = ports;
    this.reachability = new Reachability(ports.agents(), ports.allowlists(), ports.blocks());
  }

  /** The genesis commit of a create: its own, or the one that its idempotency key made before. */
  Commit create(Command.Create create) {
    Optional<Commit> first = create.keyed().flatMap(keyed -> remembered(create.creator(), keyed));
    if (first.isPresent()) {
      return first.get();
    }
    Facts facts =
        new Facts(
            ports.clock().now(),
            ports.ids().next(),
            epoch(create.creator()),
            ask(Optional.of(Question.of(create))));
    SessionId fresh = new SessionId(ports.ids().next());
    Commit commit = accepted(Decide.create(fresh, create, facts));
    if (create.keyed().isPresent()) {
      String key = create.keyed().get().key();
      SessionId claimed = ports.idempotency().claim(create.creator(), key, fresh);
      commit = accepted(Decide.create(claimed, create, facts));
    }
    return switch (ports.log().append(commit)) {
      case Appended.Done _ -> commit;
      case Appended.Taken taken -> same(create.keyed(), taken.winner());
      case Appended.Known known -> same(create.keyed(), known.first());
    };
  }

  private Optional<Commit> remembered(Handle creator, Keyed keyed) {
    return ports
        .idempotency()
        .claimed(creator, keyed.key())
        .flatMap(session -> ports.log().read(session, -1, 1, 1).stream().findFirst())
        .map(first -> same(Optional.of(keyed), first));
  }

  private static Commit accepted(Decision decision) {
    return switch (decision) {
      case Decision.Append append -> append.commit();
      case Decision.Refuse refuse -> throw refuse.refusal().thrown();
      case Decision.Nothing _ -> throw new IllegalStateException("a create always says something");
    };
  }

  /**
   * Carries out {@code command}: the commit that answers for it, or nothing when it changes
   * nothing. The agent that it makes joined, if any, is {@code joining}.
   */
  Optional<Commit> execute(
      Command.Existing command, Optional<Handle> joining, Optional<Keyed> keyed) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SessionLog.Glance seen = look(command.session(), attempt);
      if (seen.state().isEmpty()) {
        if (seen.atEnd()) {
          throw new Refusal.NotFound().thrown();
        }
        continue;
      }
      SessionState state = seen.state().get();
      long epoch = joining.map(this::epoch).orElse(0L);
      Contacts contacts = ask(Question.of(state, command));
      Facts facts = new Facts(ports.clock().now(), ports.ids().next(), epoch, contacts);
      Decision decision = Decide.on(state, command, facts);
      if (!seen.atEnd() && !(decision instanceof Decision.Append)) {
        continue;
      }
      switch (decision) {
        case Decision.Nothing _ -> {
          ports.log().confirm(command.session(), state.sequence());
          return Optional.empty();
        }
        case Decision.Refuse refuse -> {
          ports.log().confirm(command.session(), state.sequence());
          return Optional.of(remembered(command, keyed, refuse.refusal()));
        }
        case Decision.Append append -> {
          Optional<Commit> done = put(append.commit(), keyed);
          if (done.isPresent()) {
            return done;
          }
        }
      }
    }
    throw new Refusal.Unavailable(1).thrown();
  }

  /** A glance at first; whoever has to look again looks at the end of the log. */
  private SessionLog.Glance look(SessionId session, int attempt) {
    return attempt == 0
        ? ports.log().glance(session)
        : new SessionLog.Glance(ports.log().state(session), true);
  }

  /**
   * A remembered key goes before 404 and 409: the first answer, also when the session has ended
   * since.
   */
  private Commit remembered(Command.Existing command, Optional<Keyed> keyed, Refusal refusal) {
    return keyed
        .flatMap(k -> ports.idempotency().find(command.session(), k.sender(), k.key()))
        .map(first -> same(keyed, first))
        .orElseThrow(refusal::thrown);
  }

  /**
   * Puts the commit; nothing when another one was faster and everything has to be decided again.
   */
  private Optional<Commit> put(Commit commit, Optional<Keyed> keyed) {
    return switch (ports.log().append(commit)) {
      case Appended.Done _ -> Optional.of(commit);
      case Appended.Known known -> Optional.of(same(keyed, known.first()));
      case Appended.Taken taken -> {
        boolean sameKey =
            keyed.isPresent() && taken.winner().keyed().filter(keyed.get()::sameKey).isPresent();
        yield sameKey ? Optional.of(same(keyed, taken.winner())) : Optional.empty();
      }
    };
  }

  /** The first answer for a key, unless the body was another one. */
  private static Commit same(Optional<Keyed> keyed, Commit first) {
    boolean same =
        first.keyed().isPresent()
            && keyed.isPresent()
            && first.keyed().get().fingerprint().equals(keyed.get().fingerprint());
    if (!same) {
      throw new Refusal.IdempotencyConflict().thrown();
    }
    return first;
  }

  private long epoch(Handle agent) {
    return ports.presences().read(agent).epoch();
  }

  private Contacts ask(Optional<Question> question) {
    return question
        .map(q -> reachability.contacts(q.caller(), q.candidates(), q.present()))
        .orElse(Contacts.NONE);
  }
}
