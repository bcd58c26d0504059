package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.dynamo.Item;
import io.github.aspoperator.functions.EventJson;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record of a table's stream. */
final class StreamRecord {

  private Item keys = Item.of(Map.of());
  private Optional<Item> image = Optional.empty();
  private String number = "";

  private StreamRecord() {}

  /** The records of a batch, in their order. */
  static List<StreamRecord> in(byte[] event) {
    List<StreamRecord> records = new ArrayList<>();
    EventJson.read(
        event,
        (json, name) -> {
          if (name.equals("Records")) {
            records.addAll(EventJson.array(json, () -> record(json)));
          } else {
            json.any();
          }
        });
    return records;
  }

  private static StreamRecord record(JsonReader json) {
    StreamRecord record = new StreamRecord();
    EventJson.object(json, record::field);
    return record;
  }

  private void field(JsonReader json, String name) {
    if (name.equals("dynamodb")) {
      EventJson.object(json, this::change);
    } else {
      json.any();
    }
  }

  private void change(JsonReader json, String name) {
    switch (name) {
      case "Keys" -> keys = item(json);
      case "NewImage" -> image = Optional.of(item(json));
      case "SequenceNumber" -> number = json.string();
      default -> json.any();
    }
  }

  private static Item item(JsonReader json) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    EventJson.object(json, (at, name) -> attributes.put(name, attribute(at)));
    return Item.of(attributes);
  }

  /** The log table has strings, numbers and bytes only; anything else is left empty. */
  private static AttributeValue attribute(JsonReader json) {
    AttributeValue.Builder value = AttributeValue.builder();
    EventJson.object(
        json,
        (at, type) -> {
          switch (type) {
            case "S" -> value.s(at.string());
            case "N" -> value.n(at.string());
            case "B" ->
                value.b(SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(at.string())));
            default -> at.any();
          }
        });
    return value.build();
  }

  /** The key of what was written. */
  Item keys() {
    return keys;
  }

  /** What was written, where the record has it. */
  Optional<Item> image() {
    return image;
  }

  /** Its number in the stream. */
  String number() {
    return number;
  }
}
