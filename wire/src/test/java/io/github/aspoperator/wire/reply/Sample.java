package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.ALICE;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.EventId;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.Optional;

/** Things to write. */
final class Sample {

  static final Ulid ULID = Ulid.parse("01ARZ3NDEKTSV4RRFFQ69G5FAV", 0).orElseThrow();
  static final SessionId SESSION = new SessionId(ULID);
  static final long AT = 1_767_225_600_123L;

  private Sample() {}

  /** An event of number 7. */
  static SessionEvent event(Payload payload) {
    return new SessionEvent(SESSION, new EventId(ULID.plus(1)), 7, AT, payload);
  }

  /** What Alice says. */
  static Payload.Message message(String content) {
    return new Payload.Message(
        ALICE, new Body(RawJson.of(content), Optional.empty()), Optional.empty());
  }
}
