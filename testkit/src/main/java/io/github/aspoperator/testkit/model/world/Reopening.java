package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.model.world.Person.Status;
import io.github.aspoperator.testkit.model.world.Person.Why;
import java.util.List;
import java.util.Optional;

/**
 * An ended session opens again: same transcript, the caller joined, {@code admitted} invited,
 * everyone else left.
 */
record Reopening(Session session, Person by, List<Agent> admitted) {

  void happens(Optional<JsonNode> message) {
    session.call++;
    List<Person> joinedAtTheEnd = session.with(Status.JOINED);
    List<Person> readmitted =
        admitted.stream().flatMap(agent -> session.person(agent).stream()).toList();
    // nobody is joined in between, so that only those see it whom it concerns
    joinedAtTheEnd.forEach(person -> person.status = Status.LEFT);
    Event reopened =
        session.say(
            "session.reopened",
            Event.object().put("reopened_by", by.agent.handle),
            Optional.empty(),
            readmitted);
    for (Person person : joinedAtTheEnd) {
      session.becomesLeft(person, Why.NOT_READMITTED, reopened);
    }
    session.active = true;
    session.everReopened = true;
    session.endedAt = Optional.empty();
    session.becomesJoined(by, reopened.at);
    admitted.forEach(agent -> session.invite(by, agent, Optional.empty()));
    message.ifPresent(body -> session.message(by, body, Optional.empty()));
  }
}
