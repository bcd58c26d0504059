package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** POST /sessions. */
public final class Creation {

  private final World world;

  /** Creations in {@code world}. */
  public Creation(World world) {
    this.world = world;
  }

  /** POST /sessions; {@code header} is the Idempotency-Key. */
  public Expect create(Agent by, ObjectNode body, Optional<String> header) {
    List<String> wanted = new ArrayList<>();
    body.path("invite").forEach(handle -> wanted.add(handle.asText()));
    Optional<JsonNode> message = Optional.ofNullable(body.get("initial_message"));
    boolean endAfterSend = body.path("end_after_send").asBoolean();
    Optional<String> key = Keys.key(body, header);
    if (wanted.contains(by.handle)) {
      return Expect.invalid("create: itself");
    }
    if (endAfterSend && message.isEmpty()) {
      return Expect.invalid("create: end without a message");
    }
    if (key.isPresent() && !Keys.isKey(key.get())) {
      return Expect.invalid("create: bad key");
    }
    List<Object> scope = List.of(by, key.orElse(""));
    Optional<Expect> again =
        key.isEmpty() ? Optional.empty() : world.keys.again("create", scope, body);
    if (again.isPresent()) {
      return again.get();
    }
    List<String> distinct = wanted.stream().distinct().toList();
    List<Agent> admitted = world.trust.admitted(by, distinct, List.of());
    if (!distinct.isEmpty() && admitted.isEmpty()) {
      return Expect.notFound("create: none admitted");
    }
    if (admitted.size() < distinct.size()) {
      world.note("create: some denied");
    }
    Expect created = happens(by, body, admitted, message, endAfterSend);
    if (key.isPresent() && world.keys.isAnothersToo(scope, by)) {
      world.note("create: key of another creator");
    }
    key.ifPresent(_ -> world.keys.remember(scope, body, created));
    return created;
  }

  private Expect happens(
      Agent by,
      ObjectNode body,
      List<Agent> admitted,
      Optional<JsonNode> message,
      boolean endAfterSend) {
    Optional<String> topic = Optional.ofNullable(body.get("topic")).map(JsonNode::asText);
    Session session = new Session(world.sessions.size(), topic);
    world.sessions.add(session);
    Person creator = new Person(by);
    session.people.put(by.handle, creator);
    session.becomesJoined(creator, session.createdAt);
    message.ifPresent(said -> session.message(creator, said, Optional.empty()));
    Optional<Event> first = session.log.stream().findFirst();
    for (Agent invitee : admitted) {
      session.invite(creator, invitee, endAfterSend ? first : Optional.empty());
    }
    if (endAfterSend) {
      session.sendAndEnd = true;
      session.end(Event.object().put("ended_by", by.handle));
    }
    String cell =
        endAfterSend
            ? admitted.isEmpty() ? "create: send-and-end alone" : "create: send-and-end"
            : message.isPresent() ? "create: with a message" : "create: without a message";
    return Expect.ok(
        cell,
        201,
        said -> {
          session.id.is(said.path("session_id").asText());
          int sequence = said.path("sequence").asInt(0);
          Differs.unlessEqual(message.isPresent() ? 1 : 0, sequence, "sequence of " + said);
          Differs.unlessEqual(message.isPresent() ? 2 : 1, said.size(), "fields of " + said);
        });
  }
}
