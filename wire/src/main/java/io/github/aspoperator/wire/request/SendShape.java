package io.github.aspoperator.wire.request;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.Optional;

/**
 * The body of {@code POST /sessions/{id}/messages}.
 *
 * @param body what is said
 * @param key the idempotency key, if the body has one
 */
record SendShape(Body body, Optional<String> key) {

  private static final Fields FIELDS = Fields.of("content", "metadata", Keys.FIELD);

  static SendShape read(JsonReader in) {
    MessageShape message = new MessageShape();
    String key = null;
    in.object();
    for (String name = in.nextField(FIELDS); name != null; name = in.nextField(FIELDS)) {
      if (name.equals(Keys.FIELD)) {
        key = Keys.read(in);
      } else {
        message.field(name, in);
      }
    }
    return new SendShape(message.body(in), Optional.ofNullable(key));
  }
}
