package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An event as section 5 has it, but for what the operator chooses: ids and the time. */
public final class Event {

  private static final Set<String> ENVELOPE =
      Set.of("type", "session_id", "event_id", "sequence", "created_at", "payload");

  final Session session;
  final int sequence;
  final String type;
  final ObjectNode payload;

  /** The message that an invitation to a send-and-end session carries inline. */
  final Optional<Event> inline;

  final Learned<Long> at;
  final Learned<String> messageId;
  private final Learned<String> id;

  Event(Session session, int sequence, String type, ObjectNode payload, Optional<Event> inline) {
    this.session = session;
    this.sequence = sequence;
    this.type = type;
    this.payload = payload;
    this.inline = inline;
    this.at = new Learned<>("created_at of " + this);
    this.messageId = new Learned<>("the message id of " + this);
    this.id = new Learned<>("the event id of " + this);
  }

  /** Its session. */
  public Session session() {
    return session;
  }

  /** Its place in the session. */
  public int sequence() {
    return sequence;
  }

  /** What happened. */
  public String type() {
    return type;
  }

  /** Whether {@code actual}, from the wire, is this event; learns what the operator chose. */
  public void check(JsonNode actual) {
    Set<String> names = new TreeSet<>();
    actual.fieldNames().forEachRemaining(names::add);
    Differs.unlessEqual(new TreeSet<>(ENVELOPE), names, "fields of " + this);
    Differs.unlessEqual(type, actual.get("type").asText(), "type of " + this);
    Differs.unlessEqual(session.id(), actual.get("session_id").asText(), "session of " + this);
    Differs.unlessEqual(sequence, actual.get("sequence").intValue(), "sequence of " + this);
    String eventId = actual.get("event_id").asText();
    Differs.unless(eventId.matches("evt_[0-9A-Z]{26}"), "an event id: " + eventId);
    id.is(eventId);
    at.is(actual.get("created_at").longValue());
    ObjectNode said = actual.get("payload").deepCopy();
    if (type.equals("session.message")) {
      takeOut(said);
    }
    inline.ifPresent(message -> message.takeOut((ObjectNode) said.path("initial_message")));
    Differs.unlessEqual(expectedPayload(), said, "payload of " + this);
  }

  /** What a message's payload has beyond what was sent; {@code said} is left without it. */
  private void takeOut(ObjectNode said) {
    String message = said.path("id").asText();
    Differs.unless(message.matches("msg_[0-9A-Z]{26}"), "a message id: " + message);
    messageId.is(message);
    at.is(said.path("created_at").longValue());
    said.remove("id");
    said.remove("created_at");
  }

  private ObjectNode expectedPayload() {
    ObjectNode whole = payload.deepCopy();
    if (type.equals("session.message")) {
      whole.put("session_id", session.id()).put("sequence", sequence);
    }
    inline.ifPresent(message -> whole.set("initial_message", message.expectedPayload()));
    return whole;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public String toString() {
    return session + "/" + sequence + " " + type;
  }
}
