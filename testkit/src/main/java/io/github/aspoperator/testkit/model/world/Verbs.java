package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.testkit.model.world.Person.Status;
import io.github.aspoperator.testkit.model.world.Person.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls of section 3 on a session, row by row of its table. */
public final class Verbs {

  private static final String ENDED = "SESSION_ENDED";

  private final World world;

  /** The verbs of {@code world}. */
  public Verbs(World world) {
    this.world = world;
  }

  /** POST join. */
  public Expect join(Agent by, Session session) {
    Optional<Person> found = session.person(by);
    if (found.isEmpty()) {
      return Expect.notFound("join: stranger");
    }
    Person person = found.get();
    session.call++;
    if (session.active) {
      return switch (person.status) {
        case JOINED -> Expect.done("join: joined");
        case LEFT -> Expect.notFound("join: left");
        case INVITED -> {
          session.join(person);
          yield Expect.done("join: invited");
        }
      };
    }
    if (person.is(Status.JOINED)) {
      return Expect.conflict("join: ended, joined", ENDED);
    }
    return person.why == Why.THE_END
        ? Expect.conflict("join: ended, left by the end", ENDED)
        : Expect.notFound("join: ended, left otherwise");
  }

  /** POST invite. */
  public Expect invite(Agent by, Session session, List<String> invite) {
    if (invite.isEmpty()) {
      return Expect.invalid("invite: nobody named");
    }
    if (invite.contains(by.handle)) {
      return Expect.invalid("invite: itself");
    }
    Optional<Expect> refused = unlessJoined("invite", by, session);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<String> wanted =
        invite.stream()
            .distinct()
            .filter(handle -> world.trust.find(handle).filter(session::hasPart).isEmpty())
            .toList();
    List<Agent> admitted = world.trust.admitted(by, wanted, session.present());
    if (wanted.isEmpty()) {
      world.note("invite: all there already");
    } else if (admitted.isEmpty()) {
      world.note("invite: none admitted");
    } else if (admitted.size() < wanted.size()) {
      world.note("invite: some denied");
    }
    if (admitted.stream().anyMatch(agent -> session.person(agent).isPresent())) {
      world.note("invite: one who left");
    }
    session.call++;
    admitted.forEach(
        agent -> session.invite(session.person(by).orElseThrow(), agent, Optional.empty()));
    ArrayNode invited = Event.object().putArray("invited");
    admitted.forEach(agent -> invited.add(agent.handle));
    return Expect.ok(
        "invite: joined",
        200,
        body -> Differs.unlessEqual(Event.object().set("invited", invited), body, "those invited"));
  }

  /** POST messages; {@code header} is the Idempotency-Key. */
  public Expect send(Agent by, Session session, ObjectNode body, Optional<String> header) {
    Optional<String> key = Keys.key(body, header);
    if (key.isPresent() && !Keys.isKey(key.get())) {
      return Expect.invalid("send: bad key");
    }
    List<Object> scope = List.of(session, by, key.orElse(""));
    Optional<Expect> again =
        key.isEmpty() ? Optional.empty() : world.keys.again("send", scope, body);
    if (again.isPresent()) {
      if (unlessJoined("send", by, session).isPresent()) {
        world.note("send: key remembered though it may not send any more");
      }
      return again.get();
    }
    Optional<Expect> refused = unlessJoined("send", by, session);
    if (refused.isPresent()) {
      return refused.get();
    }
    session.call++;
    session.message(
        session.person(by).orElseThrow(),
        body,
        Optional.ofNullable(body.get("idempotency_key")).map(JsonNode::asText));
    Event message = session.log.getLast();
    Expect sent =
        Expect.ok(
            "send: joined",
            201,
            said -> {
              Differs.unlessEqual(message.sequence, said.path("sequence").intValue(), "sequence");
              Differs.unlessEqual(2, said.size(), "fields of " + said);
              message.messageId.is(said.path("message_id").asText());
            });
    if (world.keys.isAnothersToo(scope, by)) {
      world.note("send: key of another sender");
    }
    key.ifPresent(_ -> world.keys.remember(scope, body, sent));
    return sent;
  }

  /** POST leave. */
  public Expect leave(Agent by, Session session) {
    Optional<Expect> refused = unlessJoined("leave", by, session);
    if (refused.isPresent()) {
      return refused.get();
    }
    session.call++;
    session.leave(session.person(by).orElseThrow(), Why.ITS_OWN_LEAVE);
    return Expect.done(session.active ? "leave: joined" : "leave: the last one");
  }

  /** POST end. */
  public Expect end(Agent by, Session session) {
    Optional<Expect> refused = unlessJoined("end", by, session);
    if (refused.isPresent()) {
      return refused.get();
    }
    session.call++;
    session.end(Event.object().put("ended_by", by.handle));
    return Expect.done("end: joined");
  }

  /** POST reopen; {@code invite} absent is not the same as empty. */
  public Expect reopen(
      Agent by, Session session, Optional<List<String>> invite, Optional<JsonNode> message) {
    if (invite.filter(list -> list.contains(by.handle)).isPresent()) {
      return Expect.invalid("reopen: itself");
    }
    Optional<Person> found = session.person(by);
    if (found.isEmpty()) {
      return Expect.notFound("reopen: stranger");
    }
    Person person = found.get();
    if (session.active) {
      return person.is(Status.JOINED)
          ? Expect.conflict("reopen: joined", "SESSION_NOT_ENDED")
          : Expect.notFound(person.is(Status.LEFT) ? "reopen: left" : "reopen: invited");
    }
    Optional<String> right = rightToReopen(session, person);
    if (right.isEmpty()) {
      return Expect.notFound(
          person.why == Why.THROWN_OUT ? "reopen: ended, thrown out" : "reopen: ended, left");
    }
    List<String> wanted =
        invite
            .orElseGet(() ->
                session.with(Status.JOINED).stream()
                    .map(joined -> joined.agent.handle)
                    .filter(handle -> !handle.equals(by.handle))
                    .toList())
            .stream()
            .distinct()
            .toList();
    List<Agent> admitted = world.trust.admitted(by, wanted, List.of());
    if (invite.isPresent() && !wanted.isEmpty() && admitted.isEmpty()) {
      return Expect.notFound("reopen: none admitted");
    }
    if (admitted.size() < wanted.size()) {
      world.note(invite.isPresent() ? "reopen: some denied" : "reopen: some of the joined denied");
    }
    world.note(
        invite
            .map(l -> l.isEmpty() ? "reopen: with nobody" : "reopen: with a list")
            .orElse("reopen: with all"));
    new Reopening(session, person, admitted).happens(message);
    return Expect.done(right.get());
  }

  /** Joined at the end; or (a) or (b) of section 3. */
  private static Optional<String> rightToReopen(Session session, Person person) {
    if (person.is(Status.JOINED)) {
      return Optional.of("reopen: ended, joined");
    }
    if (session.sendAndEnd && !session.everReopened && person.why == Why.THE_END) {
      return Optional.of("reopen: (a) answers a send-and-end");
    }
    boolean endedByIt =
        person.leftIn == session.endedIn
            && Set.of(Why.ITS_OWN_LEAVE, Why.GRACE).contains(person.why);
    return endedByIt
        ? Optional.of(
            person.why == Why.GRACE ? "reopen: (b) its grace" : "reopen: (b) its own leave")
        : Optional.empty();
  }

  /** The row that messages, invite, leave and end share; empty when it is joined and active. */
  private static Optional<Expect> unlessJoined(String verb, Agent by, Session session) {
    Optional<Person> person = session.person(by);
    if (person.isEmpty()) {
      return Optional.of(Expect.notFound(verb + ": stranger"));
    }
    if (session.active) {
      return switch (person.get().status) {
        case JOINED -> Optional.empty();
        case INVITED -> Optional.of(Expect.notFound(verb + ": invited"));
        case LEFT -> Optional.of(Expect.notFound(verb + ": left"));
      };
    }
    return Optional.of(
        person.get().is(Status.JOINED)
            ? Expect.conflict(verb + ": ended, joined", ENDED)
            : Expect.notFound(verb + ": ended, left"));
  }
}
