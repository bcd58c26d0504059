package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.testkit.model.world.Person.Status;
import io.github.aspoperator.testkit.model.world.Person.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Section 3: a list of events, and who may see which. */
public final class Session {

  final int number;
  final Optional<String> topic;
  final Learned<String> id;
  final Learned<Long> createdAt;
  final Map<String, Person> people = new LinkedHashMap<>();
  final List<Event> log = new ArrayList<>();
  boolean active = true;
  boolean sendAndEnd;
  boolean everReopened;
  Optional<Learned<Long>> endedAt = Optional.empty();

  /** The call that ended it last. */
  int endedIn;

  /** Counts calls that changed it. */
  int call;

  Session(int number, Optional<String> topic) {
    this.number = number;
    this.topic = topic;
    this.id = new Learned<>("the id of session #" + number);
    this.createdAt = new Learned<>("created_at of session #" + number);
  }

  /** Its id, once the operator has said it. */
  public String id() {
    String known = id.value();
    if (known == null) {
      throw new IllegalStateException("nobody was told the id of session " + this);
    }
    return known;
  }

  /** Its last sequence. */
  public int size() {
    return log.size();
  }

  /** Whether the operator has said its id. */
  public boolean isKnown() {
    return id.value() != null;
  }

  Optional<Person> person(Agent agent) {
    return Optional.ofNullable(people.get(agent.handle));
  }

  boolean has(Agent agent, Status status) {
    return person(agent).filter(p -> p.is(status)).isPresent();
  }

  boolean hasPart(Agent agent) {
    return person(agent).filter(Person::takesPart).isPresent();
  }

  List<Person> with(Status status) {
    return people.values().stream().filter(p -> p.is(status)).toList();
  }

  /** The joined and the invited. */
  List<Agent> present() {
    return people.values().stream().filter(Person::takesPart).map(p -> p.agent).toList();
  }

  /** An event: everybody joined sees it, and {@code others}. */
  Event say(String type, ObjectNode payload, Optional<Event> inline, Collection<Person> others) {
    Event event = new Event(this, log.size() + 1, type, payload, inline);
    log.add(event);
    Stream.concat(with(Status.JOINED).stream(), others.stream()).forEach(p -> p.sees(event));
    return event;
  }

  Event say(String type, ObjectNode payload, Person... others) {
    return say(type, payload, Optional.empty(), List.of(others));
  }

  /** Whoever becomes joined sees everything from 1 on; {@code at} is when. */
  void becomesJoined(Person person, Learned<Long> at) {
    person.status = Status.JOINED;
    person.away = false;
    person.joinedAt = Optional.of(at);
    person.leftAt = Optional.empty();
    person.seesAll(this, log);
  }

  void becomesLeft(Person person, Why why, Event because) {
    person.status = Status.LEFT;
    person.away = false;
    person.why = why;
    person.leftIn = call;
    person.leftAt = Optional.of(because.at);
  }

  void message(Person sender, JsonNode body, Optional<String> key) {
    ObjectNode payload = Event.object();
    payload.put("sender", sender.agent.handle);
    payload.set("content", body.get("content"));
    key.ifPresent(text -> payload.put("idempotency_key", text));
    if (body.has("metadata")) {
      payload.set("metadata", body.get("metadata"));
    }
    say("session.message", payload);
  }

  void invite(Person by, Agent invitee, Optional<Event> inline) {
    Person person = people.computeIfAbsent(invitee.handle, _ -> new Person(invitee));
    person.status = Status.INVITED;
    person.leftAt = Optional.empty();
    ObjectNode payload = Event.object();
    payload.put("invitee", invitee.handle).put("by", by.agent.handle);
    topic.ifPresent(text -> payload.put("topic", text));
    say("session.invited", payload, inline, List.of(person));
  }

  void join(Person person) {
    Event joined = say("session.joined", Event.object().put("agent", person.agent.handle));
    becomesJoined(person, joined.at);
  }

  /** It goes; and the session ends when no participant is joined or invited any more. */
  void leave(Person person, Why why) {
    String reason = why == Why.GRACE ? "grace_expired" : "left";
    Event left =
        say(
            "session.left",
            Event.object().put("agent", person.agent.handle).put("reason", reason),
            person);
    becomesLeft(person, why, left);
    if (present().isEmpty()) {
      end(Event.object());
    }
  }

  /** The blocked one is thrown out; and the session ends when no third one is there. */
  void throwOut(Person blocked, Person blocker) {
    boolean third = present().stream().anyMatch(a -> a != blocked.agent && a != blocker.agent);
    leave(blocked, Why.THROWN_OUT);
    if (!third && active) {
      end(Event.object());
    }
  }

  /** It ends, and its invitees become left. */
  void end(ObjectNode payload) {
    List<Person> invitees = with(Status.INVITED);
    Event ended = say("session.ended", payload, Optional.empty(), invitees);
    invitees.forEach(person -> becomesLeft(person, Why.THE_END, ended));
    active = false;
    endedIn = call;
    endedAt = Optional.of(ended.at);
  }

  @Override
  public String toString() {
    return "#" + number;
  }
}
