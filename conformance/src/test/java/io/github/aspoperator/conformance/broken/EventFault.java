package io.github.aspoperator.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.Json;
import java.util.List;

/**
 * Breaks events, in frames and in pages alike: what is not touched stays as it was, to the byte.
 */
abstract class EventFault extends Fault {

  /** What becomes of {@code event}: nothing for one that is lost. Changes it in place. */
  abstract boolean keeps(ObjectNode event);

  @Override
  List<String> frame(Line line, String frame) {
    JsonNode before = Json.read(frame);
    if (!(before.deepCopy() instanceof ObjectNode event) || !event.has("payload")) {
      return List.of(frame);
    }
    if (!keeps(event)) {
      return List.of();
    }
    return List.of(event.equals(before) ? frame : event.toString());
  }

  @Override
  Answer answer(Call call, Answer answer) {
    if (!call.is("GET", "/sessions/[^/]+/events") || answer.status() != 200) {
      return answer;
    }
    JsonNode before = Json.read(answer.body());
    if (!(before.deepCopy() instanceof ObjectNode page)) {
      return answer;
    }
    var kept = page.putArray("events");
    for (JsonNode one : before.path("events")) {
      if (one.deepCopy() instanceof ObjectNode event && keeps(event)) {
        kept.add(event);
      }
    }
    return page.equals(before) ? answer : answer.body(page.toString());
  }
}
