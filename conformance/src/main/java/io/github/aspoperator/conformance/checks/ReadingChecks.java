package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Pages of events and of sessions, and the shape of events (sections 3 and 5). */
public final class ReadingChecks {

  private static List<Long> sequences(Reply page) {
    List<Long> all = new ArrayList<>();
    page.is(200).json().path("events").forEach(e -> all.add(e.path("sequence").asLong()));
    return all;
  }

  private static List<Long> sequences(Agent agent, String session, int limit) {
    String path = "/sessions/" + session + "/events?limit=" + limit + "&";
    return agent.pages(path, "after_sequence", "events").stream()
        .map(event -> event.path("sequence").asLong())
        .toList();
  }

  private static String talk(Play play, int messages) {
    String session = play.ann().meet(play.bob());
    for (int i = 0; i < messages; i++) {
      var _ = play.ann().say(session, "message " + i);
    }
    return session;
  }

  @Check(id = "ASP-PAG-001", clause = Clause.READ_EVENTS)
  public void aPageIsNoLongerThanItsLimit(Play play) {
    String session = talk(play, 5);
    Reply page = play.ann().get("/sessions/" + session + "/events?limit=3");
    Expect.equal(List.of(1L, 2L, 3L), sequences(page), "the first page");
    Expect.that(page.json().has("next_cursor"), "no next_cursor although there is more");
  }

  @Check(id = "ASP-PAG-002", clause = Clause.READ_EVENTS)
  public void pagesTogetherAreTheWholeHistory(Play play) {
    String session = talk(play, 9);
    List<Long> all = sequences(play.ann(), session, 2);
    Expect.equal(LongStream.rangeClosed(1, 11).boxed().toList(), all, "all pages");
  }

  @Check(id = "ASP-PAG-003", clause = Clause.READ_EVENTS)
  public void aPageBeginsAfterTheSequence(Play play) {
    String session = talk(play, 3);
    Reply page = play.ann().get("/sessions/" + session + "/events?after_sequence=3");
    Expect.equal(List.of(4L, 5L), sequences(page), "what comes after 3");
    Expect.that(!page.json().has("next_cursor"), "next_cursor although there is no more");
  }

  @Check(id = "ASP-PAG-004", clause = Clause.READ_EVENTS)
  public void limitsOutOfBoundsAreRefused(Play play) {
    String session = talk(play, 1);
    for (String query :
        List.of("limit=0", "limit=1001", "limit=x", "after_sequence=-1", "limit=")) {
      Reply reply = play.ann().get("/sessions/" + session + "/events?" + query);
      if (reply.status() != 400) {
        throw new CheckFailed(query + " was answered with " + reply.status() + " instead of 400");
      }
    }
    var _ = play.ann().get("/sessions/" + session + "/events?limit=1000").is(200);
  }

  @Check(id = "ASP-PAG-005", clause = Clause.READ_EVENTS)
  public void pagesOfWhoMayNotSeeAllHoldOnlyWhatIsEligible(Play play) {
    String session = talk(play, 2);
    var _ = play.bob().leave(session).is(200);
    for (int i = 0; i < 4; i++) {
      var _ = play.ann().say(session, "behind its back");
    }
    var _ = play.ann().invite(session, play.bob()).is(200);
    Set<Long> all = Set.copyOf(sequences(play.bob(), session, 1));
    Expect.equal(Set.of(1L, 2L, 3L, 4L, 5L, 10L), all, "what it reads");
  }

  private static List<String> sessions(Agent agent, int limit) {
    return agent.pages("/sessions?limit=" + limit + "&", "cursor", "sessions").stream()
        .map(session -> session.path("id").asText())
        .toList();
  }

  /** The list may lag by seconds: reads it until it holds all of {@code wanted}. */
  private static List<String> listed(Play play, Agent agent, List<String> wanted, int limit) {
    return play.until(
        Duration.ZERO,
        "a list of sessions with " + wanted,
        () -> {
          List<String> ids = sessions(agent, limit);
          return ids.containsAll(wanted)
              ? Optional.of(ids.stream().filter(wanted::contains).toList())
              : Optional.empty();
        });
  }

  @Check(id = "ASP-LST-001", clause = Clause.LIST_SESSIONS, level = Level.OURS)
  public void anAgentListsItsSessionsNewestFirst(Play play) {
    String first = play.ann().open(play.bob());
    String second = play.ann().open(play.bob());
    Expect.equal(
        List.of(second, first),
        listed(play, play.bob(), List.of(first, second), 100),
        "its sessions");
  }

  @Check(id = "ASP-LST-002", clause = Clause.LIST_SESSIONS, level = Level.OURS)
  public void pagesOfSessionsTogetherAreAllOfThemOnce(Play play) {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.add(play.ann().open(play.bob()));
    }
    Expect.equal(opened.reversed(), listed(play, play.ann(), opened, 2), "all pages");
  }

  @Check(id = "ASP-LST-003", clause = Clause.LIST_SESSIONS, agents = 3, level = Level.OURS)
  public void nobodyListsSessionsOfOthers(Play play) {
    String foreign = play.ann().open(play.bob());
    String own = play.carol().create("{}").is(201).text("session_id");
    var _ = listed(play, play.carol(), List.of(own), 100);
    Expect.that(!sessions(play.carol(), 100).contains(foreign), "a session of others");
  }

  @Check(id = "ASP-ENV-001", clause = Clause.ENVELOPE, agents = 3)
  public void everyEventHasJustTheFieldsOfItsType(Play play) {
    String body = "{\"topic\":\"t\",\"invite\":" + Agent.list(play.bob(), play.carol()) + "}";
    String session = play.ann().create(body).is(201).text("session_id");
    var _ = play.bob().join(session).is(200);
    var _ =
        play.bob()
            .send(session, "{\"content\":\"x\",\"metadata\":{\"k\":1},\"idempotency_key\":\"k\"}")
            .is(201);
    var _ = play.ann().say(session, "bare");
    var _ = play.bob().leave(session).is(200);
    var _ = play.ann().end(session).is(200);
    var _ = play.ann().reopen(session, "").is(200);
    for (JsonNode event : play.ann().history(session)) {
      Expect.equal(
          Set.of("type", "session_id", "event_id", "sequence", "created_at", "payload"),
          names(event),
          "the fields of " + event);
      Set<String> payload = names(event.path("payload"));
      Expect.that(fits(event, payload), "the payload of " + event);
    }
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean fits(JsonNode event, Set<String> payload) {
    return switch (event.path("type").asText()) {
      case "session.invited" -> payload.equals(Set.of("invitee", "by", "topic"));
      case "session.joined" -> payload.equals(Set.of("agent"));
      case "session.left" -> payload.equals(Set.of("agent", "reason"));
      case "session.ended" -> payload.equals(Set.of("ended_by"));
      case "session.reopened" -> payload.equals(Set.of("reopened_by"));
      case "session.message" ->
          payload.containsAll(
                  Set.of("id", "session_id", "sender", "sequence", "content", "created_at"))
              && payload.contains("metadata") == payload.contains("idempotency_key")
              && payload.size() == (payload.contains("metadata") ? 8 : 6);
      default -> false;
    };
  }

  @Check(id = "ASP-ENV-002", clause = Clause.IDS)
  public void idsHaveTheirShapeAndTimesNeverFall(Play play) {
    String session = talk(play, 3);
    Expect.that(session.matches("sess_[0-9A-Z]{26}"), "the session's id: " + session);
    long time = 0;
    for (JsonNode event : play.ann().history(session)) {
      Expect.that(
          event.path("event_id").asText().matches("evt_[0-9A-Z]{26}"), "the id of " + event);
      Expect.that(event.path("created_at").isIntegralNumber(), "the time of " + event);
      Expect.that(event.path("created_at").asLong() >= time, "earlier than before: " + event);
      time = event.path("created_at").asLong();
      if (event.path("type").asText().equals("session.message")) {
        Expect.that(
            event.at("/payload/id").asText().matches("msg_[0-9A-Z]{26}"), "the id in " + event);
      }
    }
  }

  @Check(id = "ASP-ENV-003", clause = Clause.SEQUENCES)
  public void theFirstEventHasSequenceOneAndThereAreNoGaps(Play play) {
    String session = talk(play, 4);
    Expect.equal(
        LongStream.rangeClosed(1, 6).boxed().toList(),
        sequences(play.ann().get("/sessions/" + session + "/events")),
        "the sequences");
  }
}
