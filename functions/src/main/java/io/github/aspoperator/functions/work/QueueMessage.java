package io.github.aspoperator.functions.work;

import io.github.aspoperator.functions.EventJson;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.ArrayList;
import java.util.List;

/** A message of a queue. */
final class QueueMessage {

  private String id = "";
  private String body = "";
  private String queue = "";
  private String receipt = "";
  private int receives = 1;

  private QueueMessage() {}

  /** The messages of a batch, in their order. */
  static List<QueueMessage> in(byte[] event) {
    List<QueueMessage> messages = new ArrayList<>();
    EventJson.read(
        event,
        (json, name) -> {
          if (name.equals("Records")) {
            messages.addAll(EventJson.array(json, () -> message(json)));
          } else {
            json.any();
          }
        });
    return messages;
  }

  private static QueueMessage message(JsonReader json) {
    QueueMessage message = new QueueMessage();
    EventJson.object(json, message::field);
    return message;
  }

  private void field(JsonReader json, String name) {
    switch (name) {
      case "messageId" -> id = json.string();
      case "body" -> body = json.string();
      case "eventSourceARN" -> queue = json.string();
      case "receiptHandle" -> receipt = json.string();
      case "attributes" -> EventJson.object(json, this::attribute);
      default -> json.any();
    }
  }

  private void attribute(JsonReader json, String name) {
    if (name.equals("ApproximateReceiveCount")) {
      receives = Integer.parseInt(json.string());
    } else {
      json.any();
    }
  }

  /** The queue's name for it. */
  String id() {
    return id;
  }

  /** What it says. */
  String body() {
    return body;
  }

  /** The ARN of its queue. */
  String queue() {
    return queue;
  }

  /** What this delivery of it is called. */
  String receipt() {
    return receipt;
  }

  /** How often it was delivered, this time included. */
  int receives() {
    return receives;
  }
}
