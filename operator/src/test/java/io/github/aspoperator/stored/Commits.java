package io.github.aspoperator.stored;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commits of any shape that {@link Commit} allows, whether or not a session could ever have them.
 */
final class Commits {

  /** The kinds of payload, each of which must be drawn. */
  static final int KINDS = 8;

  private final Arbitrary draw;

  Commits(Arbitrary draw) {
    this.draw = draw;
  }

  Commit next() {
    SessionId session = draw.session();
    Ulid command = draw.ulid();
    long at = draw.coin() ? command.millis() + draw.below(50) : draw.number();
    long key = draw.coin() ? 0 : 1 + draw.below(1_000_000);
    Optional<Commit.Genesis> genesis =
        key == 0
            ? Optional.of(new Commit.Genesis(draw.handle(), draw.maybe(draw::text), draw.number()))
            : Optional.empty();
    Commit commit =
        Commit.of(session, key, command, at, genesis, draw.maybe(draw::keyed), List.of(message()));
    List<Payload> payloads = new ArrayList<>();
    if (key != 0 || draw.coin()) {
      payloads.add(draw.coin() ? message() : payload(draw.below(KINDS), Optional.empty()));
    }
    for (int more = payloads.isEmpty() ? 0 : draw.below(6); more > 0; more--) {
      SessionEvent first = Commit.event(session, key, command, at, 0, payloads.getFirst());
      payloads.add(payload(draw.below(KINDS), Optional.of(first)));
    }
    return Commit.of(session, key, command, at, genesis, commit.keyed(), payloads);
  }

  /** A payload of that kind, which may inline {@code earlier}. */
  Payload payload(int kind, Optional<SessionEvent> earlier) {
    return switch (kind) {
      case 0 ->
          new Payload.Invited(
              draw.handle(),
              draw.handle(),
              draw.maybe(() -> draw.coin() ? "one topic" : draw.text()),
              draw.coin() ? earlier : Optional.empty());
      case 1 -> new Payload.Joined(draw.handle(), draw.becoming());
      case 2 -> new Payload.Disconnected(draw.handle());
      case 3 -> new Payload.Reconnected(draw.handle());
      case 4 -> new Payload.Left(draw.handle(), draw.departure());
      case 5 -> message();
      case 6 -> new Payload.Ended(draw.maybe(draw::handle), draw.some(5, draw::handle));
      default -> new Payload.Reopened(draw.handle(), draw.some(5, draw::handle), draw.becoming());
    };
  }

  private Payload message() {
    return new Payload.Message(
        draw.handle(), draw.body(), draw.maybe(() -> draw.coin() ? "key" : draw.text()));
  }
}
