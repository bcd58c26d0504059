package io.github.aspoperator.wire.request;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /sessions}. */
final class CreateShape {

  private static final Fields FIELDS =
      Fields.of("invite", "topic", "initial_message", "end_after_send", Keys.FIELD);
  private static final int MAX_TOPIC = 512;

  private final Handle creator;
  private List<Handle> invite = List.of();
  private @Nullable String topic;
  private @Nullable Body initialMessage;
  private boolean endAfterSend;
  private @Nullable String key;

  CreateShape(Handle creator) {
    this.creator = creator;
  }

  CreateShape read(JsonReader in) {
    in.object();
    for (String name = in.nextField(FIELDS); name != null; name = in.nextField(FIELDS)) {
      switch (name) {
        case "invite" -> invite = Invitees.read(in, creator);
        case "topic" -> topic = topic(in);
        case "initial_message" -> initialMessage = MessageShape.read(in);
        case "end_after_send" -> endAfterSend = in.bool();
        case Keys.FIELD -> key = Keys.read(in);
        default -> throw new IllegalStateException(name);
      }
    }
    if (endAfterSend && initialMessage == null) {
      throw in.refused("initial_message", "A session that ends after a message needs one.");
    }
    return this;
  }

  private static String topic(JsonReader in) {
    String topic = in.string();
    if (topic.isEmpty() || topic.codePointCount(0, topic.length()) > MAX_TOPIC) {
      throw in.refused("A topic has 1 to " + MAX_TOPIC + " characters.");
    }
    return topic;
  }

  Command.Create command(byte[] body, Optional<String> headerKey) {
    return new Command.Create(
        creator,
        invite,
        Optional.ofNullable(topic),
        Optional.ofNullable(initialMessage),
        endAfterSend,
        Keys.keyed(creator, Optional.ofNullable(key), headerKey, body));
  }
}
