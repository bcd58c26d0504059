package io.github.aspoperator.wire.http;

import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.refusal;
import static io.github.aspoperator.wire.Wire.refusedField;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.refusal.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query parameters (protocol sections 3, 4, 5 and 7). */
class QueriesTest {

  private static final String SESSION = "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV";

  @ParameterizedTest
  @CsvSource({
    "'', 0, 1000",
    "after_sequence=0, 0, 1000",
    "after_sequence=41&limit=1, 41, 1",
    "limit=1000&after_sequence=9007199254740992, 9007199254740992, 1000",
    "limit=%31%30, 0, 10",
    "%6cimit=7, 0, 7",
    "limit=007, 0, 7"
  })
  void eventsAreReadAfterASequence(String query, long after, int limit) {
    assertEquals(new Queries.Events(after, limit), Queries.events(query));
  }

  @Test
  void noQueryIsAnEmptyOne() {
    assertEquals(new Queries.Events(0, 1000), Queries.events(null));
    assertEquals(new Queries.Sessions(Optional.empty(), 50), Queries.sessions(null));
    assertEquals(new Queries.Agents(Optional.empty(), 100), Queries.agents(null));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, ?limit",
    "limit=1001, ?limit",
    "limit=-1, ?limit",
    "limit=+1, ?limit",
    "limit=1.0, ?limit",
    "limit=1e2, ?limit",
    "limit=%201, ?limit",
    "limit=, ?limit",
    "limit, ?limit",
    "limit=99999999999999999999999, ?limit",
    "limit=１, ?limit",
    "limit=1&limit=1, ?limit",
    "limit=1&%6Cimit=1, ?limit",
    "limit=%, ?limit",
    "limit=%3, ?limit",
    "limit=%zz, ?limit",
    "limit=%+1, ?limit",
    "limit=%ff, ?limit",
    "limit=%c0%b1, ?limit",
    "after_sequence=9007199254740993, ?after_sequence",
    "after_sequence=-1, ?after_sequence",
    "after_sequence=x, ?after_sequence",
    "cursor=1, ?cursor",
    "Limit=1, ?Limit",
    "&limit=1, ?",
    "limit=1&, ?",
    "=1, ?",
    "%zz=1, ?%zz"
  })
  void whatIsWrongIsNamed(String query, String field) {
    assertEquals(field, refusedField(() -> Queries.events(query)));
  }

  @Test
  void sessionsAreReadBeforeASession() {
    assertEquals(
        new Queries.Sessions(SessionId.parse(SESSION), 100),
        Queries.sessions("cursor=" + SESSION + "&limit=100"));
    assertEquals("?limit", refusedField(() -> Queries.sessions("limit=101")));
    assertEquals("?cursor", refusedField(() -> Queries.sessions("cursor=sess_1")));
    assertEquals("?cursor", refusedField(() -> Queries.sessions("cursor=")));
    assertEquals("?after_sequence", refusedField(() -> Queries.sessions("after_sequence=1")));
  }

  @Test
  void agentsAreReadAfterAHandle() {
    assertEquals(
        new Queries.Agents(Optional.of(BOB), 1000),
        Queries.agents("cursor=%40acme.bob&limit=1000"));
    assertEquals(new Queries.Agents(Optional.of(BOB), 100), Queries.agents("cursor=@acme.bob"));
    assertEquals("?cursor", refusedField(() -> Queries.agents("cursor=acme.bob")));
    assertEquals("?limit", refusedField(() -> Queries.agents("limit=1001")));
  }

  @Test
  void otherCallsHaveNoParameters() {
    assertDoesNotThrow(() -> Queries.none(""));
    assertEquals(
        "?limit",
        refusedField(() -> {
          Queries.none("limit=1");
          return 1;
        }));
  }

  @Test
  void aTicketStandsInTheQueryOfConnect() {
    assertEquals(Optional.of(new Token("t-1")), Queries.ticket("ticket=t-1"));
    assertEquals(Optional.of(new Token("t-1")), Queries.ticket("x=1&%74icket=t%2D1"));
    assertEquals(Optional.empty(), Queries.ticket(null));
    assertEquals(Optional.empty(), Queries.ticket("x=1"));
    assertDoesNotThrow(() -> Queries.connect("ticket=t-1"));
    assertEquals(
        "?x",
        refusedField(() -> {
          Queries.connect("ticket=t-1&x=1");
          return 1;
        }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket=",
        "ticket=%20",
        "ticket=%zz",
        "ticket=a&ticket=b",
        "token=abc",
        "access_token=abc",
        "ticket=a&token=b",
        "%74oken=abc"
      })
  void aBadTicketOrATokenInTheQueryIsUnauthorized(String query) {
    assertEquals(new Refusal.Unauthorized(true), refusal(() -> Queries.ticket(query)));
  }
}
