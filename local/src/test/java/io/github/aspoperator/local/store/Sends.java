package io.github.aspoperator.local.store;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;

/** Commits of sessions in which Ann talks to herself. */
final class Sends {

  static final Handle ANN = Handle.of("@acme.ann");

  static final Ids IDS = new RandomIds(System::currentTimeMillis);

  private Sends() {}

  static SessionId session() {
    return new SessionId(IDS.next());
  }

  static Commit genesis(SessionId session) {
    Commit.Genesis genesis = new Commit.Genesis(ANN, Optional.empty(), 0);
    return Commit.of(session, 0, IDS.next(), 5, Optional.of(genesis), Optional.empty(), List.of());
  }

  /** A message behind {@code state}. */
  static Commit after(SessionState state, String text) {
    return after(state, text, Optional.empty());
  }

  /** A message behind {@code state} that uses an idempotency key. */
  static Commit keyed(SessionState state, String text, String key) {
    return after(state, text, Optional.of(new Keyed(ANN, key, new Fingerprint(1, 2))));
  }

  private static Commit after(SessionState state, String text, Optional<Keyed> keyed) {
    Body body = new Body(RawJson.of("\"" + text + "\""), Optional.empty());
    Payload message = new Payload.Message(ANN, body, Optional.empty());
    return Commit.of(
        state.id(),
        state.nextKey(),
        IDS.next(),
        state.at(),
        Optional.empty(),
        keyed,
        List.of(message));
  }
}
