package io.github.aspoperator.stored;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Becoming;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link PayloadWriter} wrote. */
final class PayloadReader {

  private final In in;
  private final Optional<Keyed> keyed;
  private final List<SessionEvent> before;

  /**
   * Reads payloads of a commit with that key; {@code before} grows with the events that were read.
   */
  PayloadReader(In in, Optional<Keyed> keyed, List<SessionEvent> before) {
    this.in = in;
    this.keyed = keyed;
    this.before = before;
  }

  Payload read() {
    return switch (in.tag()) {
      case PayloadWriter.INVITED ->
          new Payload.Invited(in.handle(), in.handle(), in.topic(), inlined());
      case PayloadWriter.JOINED -> new Payload.Joined(in.handle(), becoming());
      case PayloadWriter.DISCONNECTED -> new Payload.Disconnected(in.handle());
      case PayloadWriter.RECONNECTED -> new Payload.Reconnected(in.handle());
      case PayloadWriter.LEFT -> new Payload.Left(in.handle(), departure(in));
      case PayloadWriter.MESSAGE -> message();
      case PayloadWriter.ENDED ->
          new Payload.Ended(in.flag() ? Optional.of(in.handle()) : Optional.empty(), handles());
      case PayloadWriter.REOPENED -> new Payload.Reopened(in.handle(), handles(), becoming());
      default -> throw in.senseless();
    };
  }

  private Optional<SessionEvent> inlined() {
    long place = in.count();
    if (place < 0 || place > before.size()) {
      throw in.senseless();
    }
    return place == 0 ? Optional.empty() : Optional.of(before.get((int) place - 1));
  }

  private Payload message() {
    Handle sender = in.handle();
    RawJson content = RawJson.of(in.bytes());
    Optional<RawJson> metadata = in.flag() ? Optional.of(RawJson.of(in.bytes())) : Optional.empty();
    Optional<String> key =
        switch (in.tag()) {
          case PayloadWriter.NO_KEY -> Optional.empty();
          case PayloadWriter.KEY_OF_COMMIT -> Optional.of(keyed.orElseThrow(in::senseless).key());
          case PayloadWriter.OWN_KEY -> Optional.of(in.text());
          default -> throw in.senseless();
        };
    return new Payload.Message(sender, new Body(content, metadata), key);
  }

  private Becoming becoming() {
    return new Becoming(in.number(), Stints.read(in));
  }

  private List<Handle> handles() {
    int count = in.length();
    List<Handle> handles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      handles.add(in.handle());
    }
    return List.copyOf(handles);
  }

  static Departure departure(In in) {
    return switch (in.tag()) {
      case 1 -> Departure.LEFT;
      case 2 -> Departure.GRACE_EXPIRED;
      case 3 -> Departure.FORCED;
      case 4 -> Departure.ENDED;
      case 5 -> Departure.NOT_READMITTED;
      default -> throw in.senseless();
    };
  }
}
