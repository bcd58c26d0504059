package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** GET /sessions/{id}, which every current and former participant gets alike. */
public final class View {

  private View() {}

  /** GET /sessions/{id}. */
  public static Expect of(Agent by, Session session) {
    return session
        .person(by)
        .map(person ->
            Expect.ok(
                "look: " + (session.active ? "" : "ended, ") + status(person),
                200,
                body -> check(session, body)))
        .orElseGet(() -> Expect.notFound("look: stranger"));
  }

  private static String status(Person person) {
    return person.status.name().toLowerCase(Locale.ROOT);
  }

  /** Whether {@code actual} is {@code session}; learns when things happened. */
  public static void check(Session session, JsonNode actual) {
    ObjectNode rest = actual.deepCopy();
    time(rest, "created_at", Optional.of(session.createdAt), session.toString());
    time(rest, "ended_at", session.endedAt, session.toString());
    JsonNode participants = rest.remove("participants");
    ObjectNode expected = Event.object().put("id", session.id());
    expected.put("state", session.active ? "active" : "ended");
    session.topic.ifPresent(topic -> expected.put("topic", topic));
    Differs.unlessEqual(expected, rest, "session " + session);
    Differs.unlessEqual(session.people.size(), participants.size(), "those in " + session);
    participants.forEach(participant -> check(session, (ObjectNode) participant));
  }

  private static void check(Session session, ObjectNode actual) {
    String handle = actual.path("handle").asText();
    Person person = session.people.get(handle);
    if (person == null) {
      throw new Differs(handle + " is in " + session);
    }
    String where = handle + " in " + session;
    time(actual, "joined_at", person.joinedAt, where);
    time(actual, "left_at", person.leftAt, where);
    Differs.unlessEqual(
        Event.object().put("handle", handle).put("status", status(person)), actual, where);
  }

  /** Takes the field out, and learns it; it is there if and only if it is expected. */
  private static void time(
      ObjectNode actual, String field, Optional<Learned<Long>> expected, String where) {
    JsonNode time = actual.remove(field);
    String what = field + " of " + where;
    Differs.unlessEqual(expected.isPresent(), time != null, what + " is there");
    if (time != null && expected.isPresent()) {
      Differs.unless(time.isIntegralNumber(), what + " is " + time);
      expected.get().is(time.longValue());
    }
  }
}
