package io.github.aspoperator.wire.request;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonKind;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said: content and metadata, cut out of the body as they are (protocol section 4). */
final class MessageShape {

  private static final Fields FIELDS = Fields.of("content", "metadata");

  private @Nullable RawJson content;
  private @Nullable RawJson metadata;

  /** A message on its own, {@code {content, metadata?}}. */
  static Body read(JsonReader in) {
    MessageShape message = new MessageShape();
    in.object();
    for (String name = in.nextField(FIELDS); name != null; name = in.nextField(FIELDS)) {
      message.field(name, in);
    }
    return message.body(in);
  }

  /** Reads the value of {@code content} or {@code metadata}. */
  void field(String name, JsonReader in) {
    int start = in.position();
    if (name.equals("content")) {
      content(in);
      content = in.since(start);
    } else {
      in.anyObject();
      metadata = in.since(start);
    }
  }

  /**
   * What was read, when {@code in} has just left the object.
   *
   * @throws io.github.aspoperator.refusal.Refused without content, or with more than {@link
   *     Body#MAX_BYTES}
   */
  Body body(JsonReader in) {
    if (content == null) {
      throw in.refused("content", "A message needs content.");
    }
    Body body = new Body(content, Optional.ofNullable(metadata));
    if (body.size() > Body.MAX_BYTES) {
      throw new Refusal.PayloadTooLarge("content with metadata").thrown();
    }
    return body;
  }

  private static void content(JsonReader in) {
    JsonKind kind = in.peek();
    if (kind == JsonKind.STRING) {
      in.text();
    } else if (kind == JsonKind.ARRAY) {
      Parts.read(in);
    } else {
      throw in.refused("Content is a string or a list of parts.");
    }
  }
}
