package io.github.aspoperator.wire.request;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /sessions/{id}/reopen}.
 *
 * @param invite whom to invite; absent is not the same as empty
 * @param initialMessage said at once, if any
 */
record ReopenShape(Optional<List<Handle>> invite, Optional<Body> initialMessage) {

  private static final Fields FIELDS = Fields.of("invite", "initial_message");

  static ReopenShape read(JsonReader in, Handle caller) {
    List<Handle> invite = null;
    Body message = null;
    in.object();
    for (String name = in.nextField(FIELDS); name != null; name = in.nextField(FIELDS)) {
      if (name.equals("invite")) {
        invite = Invitees.read(in, caller);
      } else {
        message = MessageShape.read(in);
      }
    }
    return new ReopenShape(Optional.ofNullable(invite), Optional.ofNullable(message));
  }
}
