package io.github.aspoperator.conformance.checks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Evidence;
import io.github.aspoperator.conformance.play.Heard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a whole run says of the order of events on one connection (section 5). */
final class WholeRunChecksTest {

  private static final String ME = "@o.me";
  private static final JsonNode SAID = event(1, "session.message", "sender", "@o.other");
  private static final JsonNode INVITED = event(2, "session.invited", "invitee", ME);
  private static final JsonNode JOINED = event(3, "session.joined", "agent", ME);
  private static final JsonNode OTHERS = event(3, "session.joined", "agent", "@o.other");

  private static JsonNode event(long sequence, String type, String field, String handle) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("session_id", "s").put("sequence", sequence).put("type", type);
    event.putObject("payload").put(field, handle);
    return event;
  }

  private static void judged(List<JsonNode> history, JsonNode... frames) {
    Evidence evidence = new Evidence();
    Heard.Connection connection = new Heard.Connection(true, List.of(), List.of(frames));
    evidence.add(new Heard("ASP-X-001", ME, List.of(connection), Map.of("s", history)));
    new WholeRunChecks().eventsArriveInOrder(evidence);
  }

  @Test
  void aRunMayBeginAnewWhenTheAgentBecomesJoinedInIt() {
    assertDoesNotThrow(() -> judged(List.of(SAID, INVITED, JOINED), INVITED, SAID, JOINED));
  }

  @Test
  void alsoWhenTheConnectionIsClosedBeforeThatCame() {
    assertDoesNotThrow(() -> judged(List.of(SAID, INVITED, JOINED), INVITED, SAID));
  }

  @Test
  void butNotWhenItNeverBecameJoined() {
    assertThrows(CheckFailed.class, () -> judged(List.of(SAID, INVITED, OTHERS), INVITED, SAID));
    assertThrows(
        CheckFailed.class, () -> judged(List.of(SAID, INVITED, OTHERS), INVITED, SAID, OTHERS));
  }

  /** Nothing is delivered twice (ASP-RUN-003) is for that. */
  @Test
  void whatComesAgainIsNotOutOfOrder() {
    assertDoesNotThrow(
        () -> judged(List.of(SAID, INVITED, OTHERS), SAID, INVITED, INVITED, SAID, OTHERS));
  }
}
