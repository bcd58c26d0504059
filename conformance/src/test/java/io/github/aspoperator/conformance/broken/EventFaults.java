package io.github.aspoperator.conformance.broken;

import static io.github.aspoperator.conformance.broken.Broken.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Wrong events, live and in history. */
final class EventFaults {

  private EventFaults() {}

  static List<Broken> all() {
    return List.of(
        event(
            "an invitation forgets the topic",
            "ASP-SES-004",
            "session.invited",
            e -> {
              payload(e).remove("topic");
              return true;
            }),
        event(
            "an invitation forgets its message",
            "ASP-SAE-002",
            "session.invited",
            e -> {
              payload(e).remove("initial_message");
              return true;
            }),
        event(
            "nobody is seen leaving",
            "ASP-SES-009",
            "session.left",
            e -> e.path("sequence").asLong() != 5),
        event(
            "an end does not say by whom",
            "ASP-SES-012",
            "session.ended",
            e -> {
              payload(e).remove("ended_by");
              return true;
            }),
        event(
            "a joining says too much",
            "ASP-ENV-001",
            "session.joined",
            e -> {
              payload(e).put("extra", true);
              return true;
            }),
        event(
            "metadata is lost",
            "ASP-ENV-001",
            "session.message",
            e -> {
              payload(e).remove("metadata");
              return true;
            }),
        event(
            "times are texts",
            "ASP-ENV-002",
            "session.message",
            e -> {
              e.put("created_at", e.path("created_at").asText());
              return true;
            }),
        event(
            "two events have one sequence",
            "ASP-ENV-003",
            "session.message",
            e -> {
              if (e.path("sequence").asLong() == 6) {
                e.put("sequence", 5);
              }
              return true;
            }),
        event(
            "every leaving is a leaving of its own will",
            "ASP-PRE-003",
            "session.left",
            e -> {
              payload(e).put("reason", "left");
              return true;
            }),
        event("an absence is not reported", "ASP-PRE-001", "session.disconnected", _ -> false),
        event("a return is not reported", "ASP-PRE-002", "session.reconnected", _ -> false),
        event(
            "a reopening does not say by whom",
            "ASP-REO-002",
            "session.reopened",
            e -> {
              payload(e).put("reopened_by", "@nobody.here");
              return true;
            }),
        event(
            "who is thrown out of the invitation does not see the end",
            "ASP-ELI-009",
            "session.ended",
            e -> e.path("sequence").asLong() != 3));
  }

  private static ObjectNode payload(ObjectNode event) {
    return event.withObjectProperty("payload");
  }
}
