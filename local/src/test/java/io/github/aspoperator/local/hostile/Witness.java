package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.TestAgent;
import java.util.List;

/** A session that is to come out of a storm as it went in. */
final class Witness {

  private final TestOperator operator;
  private final TestAgent alice;
  private final String session;
  private List<JsonNode> events;
  private String roster;

  /** Alice and bob are in it, carol is invited, something was said. */
  Witness(TestOperator operator) {
    this.operator = operator;
    Cast cast = new Cast(operator);
    alice = cast.get("alice");
    session = alice.open(cast.get("bob"), cast.get("carol"));
    cast.get("bob").join(session);
    alice.say(session, "before the storm");
    events = alice.history(session);
    roster = alice.get("/sessions/" + session).body();
  }

  TestAgent alice() {
    return alice;
  }

  String session() {
    return session;
  }

  /** Fails unless everything is as it was, but for exactly so many messages of alice's. */
  void assertOnlySaid(int messages) {
    List<JsonNode> now = alice.history(session);
    assertEquals(events.size() + messages, now.size());
    assertEquals(events, now.subList(0, events.size()));
    for (JsonNode event : now.subList(events.size(), now.size())) {
      assertEquals("session.message", event.path("type").asText());
      assertEquals(alice.handle(), event.path("payload").path("sender").asText());
    }
    assertEquals(roster, alice.get("/sessions/" + session).body());
    events = now;
  }

  /** Whether alice has a connection, as far as the operator knows. */
  boolean isOnline() {
    return operator.ports().presences().read(Handle.of(alice.handle())).isOnline();
  }

  void assertUntouched() {
    assertOnlySaid(0);
  }
}
