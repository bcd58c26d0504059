package io.github.aspoperator.simulation.play;

import io.github.aspoperator.wire.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A record of the log's stream, as Lambda hands it over.
 *
 * @param number its number in the stream
 * @param item the new item
 */
record Streamed(String number, Map<String, AttributeValue> item) {

  private static final Pattern FAILED = Pattern.compile("\"itemIdentifier\":\"([^\"]*)\"");

  /** The event that a batch comes in. */
  static byte[] event(List<Streamed> batch) {
    JsonWriter json = new JsonWriter(1024).object().name("Records").array();
    for (Streamed one : batch) {
      json.object().name("eventName").string("INSERT").name("dynamodb").object();
      json.name("SequenceNumber").string(one.number());
      image(json.name("Keys"), one.item());
      image(json.name("NewImage"), one.item());
      json.endObject().endObject();
    }
    return json.endArray().endObject().done();
  }

  private static void image(JsonWriter json, Map<String, AttributeValue> item) {
    json.object();
    item.forEach((name, value) -> {
      json.name(name).object();
      if (value.b() != null) {
        json.name("B").string(Base64.getEncoder().encodeToString(value.b().asByteArray()));
      } else if (value.n() != null) {
        json.name("N").string(value.n());
      } else {
        json.name("S").string(value.s());
      }
      json.endObject();
    });
    json.endObject();
  }

  /** From which record on the batch comes again, by the function's answer. */
  static Optional<String> failed(byte[] answer) {
    Matcher found = FAILED.matcher(new String(answer, StandardCharsets.UTF_8));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
