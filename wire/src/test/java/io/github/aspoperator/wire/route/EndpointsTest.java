package io.github.aspoperator.wire.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aspoperator.refusal.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of protocol sections 3, 5 and 7, and what is none. */
class EndpointsTest {

  private static Routing.Match match(String method, String path) {
    return assertInstanceOf(Routing.Match.class, Endpoints.match(method, path));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /sessions, CREATE",
    "GET, /sessions, LIST_SESSIONS",
    "GET, /sessions/sess_1, GET_SESSION",
    "GET, /sessions/sess_1/events, EVENTS",
    "POST, /sessions/sess_1/join, JOIN",
    "POST, /sessions/sess_1/invite, INVITE",
    "POST, /sessions/sess_1/messages, SEND",
    "POST, /sessions/sess_1/leave, LEAVE",
    "POST, /sessions/sess_1/end, END",
    "POST, /sessions/sess_1/reopen, REOPEN",
    "GET, /connect, CONNECT",
    "POST, /connect/tickets, TICKET",
    "GET, /healthz, HEALTH",
    "GET, /health, HEALTH",
    "GET, /openapi.json, OPENAPI",
    "GET, /asyncapi.json, ASYNCAPI",
    "GET, /schemas/event.json, SCHEMA",
    "POST, /_admin/agents, REGISTER_AGENT",
    "GET, /_admin/agents, LIST_AGENTS",
    "GET, /_admin/agents/@a.b, GET_AGENT",
    "PATCH, /_admin/agents/@a.b, PATCH_AGENT",
    "DELETE, /_admin/agents/@a.b, REMOVE_AGENT",
    "POST, /_admin/agents/@a.b/rotate-token, ROTATE_AGENT_TOKEN",
    "POST, /_admin/agents/@a.b/allowlist, ADD_TO_ALLOWLIST",
    "DELETE, /_admin/agents/@a.b/allowlist/@a.*, REMOVE_FROM_ALLOWLIST",
    "GET, /_admin/agents/@a.b/blocks, LIST_BLOCKS",
    "PUT, /_admin/agents/@a.b/blocks/@c.d, BLOCK",
    "DELETE, /_admin/agents/@a.b/blocks/@c.d, UNBLOCK",
    "POST, /_admin/owners, REGISTER_OWNER",
    "POST, /_admin/owners/a/rotate-token, ROTATE_OWNER_TOKEN",
    "DELETE, /_admin/owners/a, REMOVE_OWNER"
  })
  void everyCallIsMatched(String method, String path, Endpoint endpoint) {
    assertEquals(endpoint, match(method, path).endpoint());
  }

  @Test
  void everyEndpointHasAnAudience() {
    assertEquals(Audience.AGENT, Endpoint.SEND.audience());
    assertEquals(Audience.ANYONE, Endpoint.HEALTH.audience());
    assertEquals(Audience.OWNER, Endpoint.BLOCK.audience());
    assertEquals(Audience.OPERATOR, Endpoint.REGISTER_OWNER.audience());
  }

  @ParameterizedTest
  @ValueSource(strings = {"@acme.bob", "%40acme.bob", "%40acme%2Ebob", "%40%61cme.bob"})
  void aHandleComesRawOrPercentEncoded(String handle) {
    Routing.Match match = match("PUT", "/_admin/agents/" + handle + "/blocks/%40umbrella.carol");
    assertEquals(Map.of("handle", "@acme.bob", "peer", "@umbrella.carol"), match.variables());
    assertEquals("@acme.bob", match.variable("handle"));
    assertThrows(IllegalArgumentException.class, () -> match.variable("id"));
  }

  @Test
  void anIdThatCannotBeOneIsStillAPath() {
    assertEquals("no such thing", match("GET", "/sessions/no%20such%20thing").variable("id"));
    assertEquals("a/b", match("GET", "/sessions/a%2Fb").variable("id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "sessions",
        "/session",
        "/sessions/",
        "//sessions",
        "/Sessions",
        "/%73essions",
        "/sessions//events",
        "/sessions/sess_1/",
        "/sessions/sess_1/events/",
        "/sessions/sess_1/other",
        "/sessions/sess_1/join/x",
        "/sessions/%",
        "/sessions/%4",
        "/sessions/%zz",
        "/sessions/%ff",
        "/sessions/%C0%AF/join",
        "/sessions/é%41",
        "/_admin",
        "/schemas",
        "/schemas/a/b.json",
        "/_admin/agents/@a.b/",
        "/connect/",
        "*"
      })
  void everyOtherPathIsNotFound(String path) {
    Routing notFound = new Routing.None(new Refusal.NotFound());
    assertEquals(notFound, Endpoints.match("GET", path));
    assertEquals(notFound, Endpoints.match("OPTIONS", path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | /sessions                 | GET, OPTIONS, POST",
        "HEAD   | /sessions                 | GET, OPTIONS, POST",
        "get    | /sessions                 | GET, OPTIONS, POST",
        "POST   | /sessions/x               | GET, OPTIONS",
        "GET    | /sessions/x/join          | OPTIONS, POST",
        "POST   | /healthz                  | GET, OPTIONS",
        "PUT    | /_admin/agents/@a.b       | DELETE, GET, OPTIONS, PATCH",
        "POST   | /_admin/agents/@a.b/blocks/@c.d | DELETE, OPTIONS, PUT",
      })
  void anotherMethodIsAnsweredWithThoseThereAre(String method, String path, String allowed) {
    assertEquals(
        new Routing.None(new Refusal.MethodNotAllowed(allowed)), Endpoints.match(method, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sessions", "/sessions/x/messages", "/connect", "/healthz", "/_admin/owners/a"})
  void aBrowserMayAskForEveryPath(String path) {
    assertEquals(new Routing.Preflight(), Endpoints.match("OPTIONS", path));
  }
}
