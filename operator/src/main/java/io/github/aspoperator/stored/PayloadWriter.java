package io.github.aspoperator.stored;

import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Becoming;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.List;
import java.util.Optional;

/** Writes what the events of one commit say; {@link PayloadReader} is its mirror. */
final class PayloadWriter {

  static final int INVITED = 1;
  static final int JOINED = 2;
  static final int DISCONNECTED = 3;
  static final int RECONNECTED = 4;
  static final int LEFT = 5;
  static final int MESSAGE = 6;
  static final int ENDED = 7;
  static final int REOPENED = 8;

  static final int NO_KEY = 0;
  static final int KEY_OF_COMMIT = 1;
  static final int OWN_KEY = 2;

  private final Out out;
  private final Commit commit;

  PayloadWriter(Out out, Commit commit) {
    this.out = out;
    this.commit = commit;
  }

  /** Writes the payload of event {@code i}. */
  void write(Payload payload, int i) {
    switch (payload) {
      case Payload.Invited invited -> {
        out.tag(INVITED).handle(invited.invitee()).handle(invited.by()).topic(invited.topic());
        inlined(invited.initialMessage(), i);
      }
      case Payload.Joined joined -> {
        out.tag(JOINED).handle(joined.agent());
        becoming(joined.becoming());
      }
      case Payload.Disconnected gone -> out.tag(DISCONNECTED).handle(gone.agent());
      case Payload.Reconnected back -> out.tag(RECONNECTED).handle(back.agent());
      case Payload.Left left -> out.tag(LEFT).handle(left.agent()).tag(departure(left.how()));
      case Payload.Message message -> message(message);
      case Payload.Ended ended -> {
        out.tag(ENDED).flag(ended.by().isPresent());
        ended.by().ifPresent(out::handle);
        handles(ended.invitees());
      }
      case Payload.Reopened reopened -> {
        out.tag(REOPENED).handle(reopened.by());
        handles(reopened.readmitted());
        becoming(reopened.becoming());
      }
    }
  }

  /** A message of the same commit is stored once, and an invitation says only which event it is. */
  private void inlined(Optional<SessionEvent> initialMessage, int i) {
    int place = initialMessage.map(message -> commit.events().indexOf(message)).orElse(-1);
    if (initialMessage.isPresent() && (place < 0 || place >= i)) {
      throw new IllegalArgumentException(
          "an invitation inlines a message that is not in its commit");
    }
    out.count(place + 1L);
  }

  private void message(Payload.Message message) {
    out.tag(MESSAGE).handle(message.sender()).bytes(message.body().content().utf8());
    Optional<RawJson> metadata = message.body().metadata();
    out.flag(metadata.isPresent());
    metadata.ifPresent(json -> out.bytes(json.utf8()));
    Optional<String> key = message.idempotencyKey();
    if (key.isEmpty()) {
      out.tag(NO_KEY);
    } else if (key.equals(commit.keyed().map(Keyed::key))) {
      out.tag(KEY_OF_COMMIT);
    } else {
      out.tag(OWN_KEY).text(key.get());
    }
  }

  private void becoming(Becoming becoming) {
    out.number(becoming.epoch());
    Stints.write(out, becoming.previous());
  }

  private void handles(List<Handle> handles) {
    out.count(handles.size());
    handles.forEach(out::handle);
  }

  static int departure(Departure how) {
    return switch (how) {
      case LEFT -> 1;
      case GRACE_EXPIRED -> 2;
      case FORCED -> 3;
      case ENDED -> 4;
      case NOT_READMITTED -> 5;
    };
  }
}
