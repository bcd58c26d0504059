package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner may do, and what only the operator may (protocol section 7). */
class OwnersTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** A script in which {@code owner} has the token of the cast's owner. */
  private static Script owned(Cast cast) {
    Script script = new Script(cast);
    String token =
        script.call("admin", "POST", "/_admin/owners", "{\"owner\":\"OWNER\"}").text("token");
    return script.as("owner", token);
  }

  @Test
  void anOwnerDoesTheSameForItsOwnAgents() {
    owned(new Cast(OPERATOR))
        .play(
            """
            owner POST   /_admin/agents {"handle":"@alice","policy":"open"} -> 201 {"handle":"@alice","policy":"open","allowlist":[],"token":"TOKEN"}
            owner POST   /_admin/agents {"handle":"@alice"} -> 409 AGENT_EXISTS
            owner GET    /_admin/agents/@alice -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
            owner PATCH  /_admin/agents/@alice {"policy":"allowlist"} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":[]}
            owner POST   /_admin/agents/@alice/allowlist {"entries":["@acme.*"]} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":["@acme.*"]}
            owner DELETE /_admin/agents/@alice/allowlist/@acme.* -> 200 {"handle":"@alice","policy":"allowlist","allowlist":[]}
            owner PUT    /_admin/agents/@alice/blocks/@bob -> 204
            owner GET    /_admin/agents/@alice/blocks -> 200 {"blocks":["@bob"]}
            owner DELETE /_admin/agents/@alice/blocks/@bob -> 204
            owner POST   /_admin/agents/@alice/rotate-token -> 200 {"handle":"@alice","policy":"allowlist","allowlist":[],"token":"TOKEN"}
            owner GET    /_admin/agents -> 200 {"agents":[{"handle":"@alice","policy":"allowlist","allowlist":[]}]}
            owner DELETE /_admin/agents/@alice -> 204
            owner GET    /_admin/agents -> 200 {"agents":[]}
            """);
  }

  @Test
  void anotherOwnersAgentIsNotThere() {
    Cast others = new Cast(OPERATOR, "bob");
    Cast cast = new Cast(OPERATOR, "alice");
    owned(cast)
        .play(
            """
            owner POST   /_admin/agents {"handle":"OTHER"} -> 404 NOT_FOUND
            owner POST   /_admin/agents {"handle":"@other.new"} -> 404 NOT_FOUND
            owner GET    /_admin/agents/OTHER -> 404 NOT_FOUND
            owner PATCH  /_admin/agents/OTHER {"policy":"open"} -> 404 NOT_FOUND
            owner DELETE /_admin/agents/OTHER -> 404 NOT_FOUND
            owner POST   /_admin/agents/OTHER/rotate-token -> 404 NOT_FOUND
            owner POST   /_admin/agents/OTHER/allowlist {"entries":["@acme.*"]} -> 404 NOT_FOUND
            owner DELETE /_admin/agents/OTHER/allowlist/@acme.* -> 404 NOT_FOUND
            owner GET    /_admin/agents/OTHER/blocks -> 404 NOT_FOUND
            owner PUT    /_admin/agents/OTHER/blocks/@alice -> 404 NOT_FOUND
            owner DELETE /_admin/agents/OTHER/blocks/@alice -> 404 NOT_FOUND
            owner PUT    /_admin/agents/@alice/blocks/OTHER -> 204
            owner POST   /_admin/owners {"owner":"acme"} -> 404 NOT_FOUND
            owner POST   /_admin/owners/OWNER/rotate-token -> 404 NOT_FOUND
            owner DELETE /_admin/owners/OWNER -> 404 NOT_FOUND
            """
                .replace("OTHER", others.handle("bob")));
  }

  @Test
  void whatIsNotThereIsNotFoundForTheOperatorToo() {
    new Script(new Cast(OPERATOR))
        .play(
            """
            admin GET    /_admin/agents/@alice -> 404 NOT_FOUND
            admin GET    /_admin/agents/alice -> 404 NOT_FOUND
            admin PATCH  /_admin/agents/@alice {"policy":"open"} -> 404 NOT_FOUND
            admin DELETE /_admin/agents/@alice -> 404 NOT_FOUND
            admin POST   /_admin/agents/@alice/rotate-token -> 404 NOT_FOUND
            admin POST   /_admin/agents/@alice/allowlist {"entries":["@acme.*"]} -> 404 NOT_FOUND
            admin DELETE /_admin/agents/@alice/allowlist/@acme.* -> 404 NOT_FOUND
            admin GET    /_admin/agents/@alice/blocks -> 404 NOT_FOUND
            admin PUT    /_admin/agents/@alice/blocks/@bob -> 404 NOT_FOUND
            admin DELETE /_admin/agents/@alice/blocks/@bob -> 404 NOT_FOUND
            admin POST   /_admin/owners/OWNER/rotate-token -> 404 NOT_FOUND
            admin DELETE /_admin/owners/OWNER -> 404 NOT_FOUND
            admin DELETE /_admin/owners/Owner -> 404 NOT_FOUND
            """);
  }

  @Test
  void anOwnerIsRegisteredOnceAndItsTokenDiesWithIt() {
    Script script = owned(new Cast(OPERATOR, "alice"));
    script.play("admin POST /_admin/owners {\"owner\":\"OWNER\"} -> 409 OWNER_EXISTS");
    String next =
        script.call("admin", "POST", "/_admin/owners/OWNER/rotate-token", "").text("token");
    script
        .as("rotated", next)
        .play(
            """
            owner   GET    /_admin/agents/@alice -> 401 UNAUTHORIZED
            rotated GET    /_admin/agents/@alice -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
            admin   DELETE /_admin/owners/OWNER -> 204
            rotated GET    /_admin/agents/@alice -> 401 UNAUTHORIZED
            alice   GET    /sessions -> 200 {"sessions":[]}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@%s.alice", "%%40%s.alice", "%%40%s%%2Ealice", "%%40%s%%2e%%61lice"})
  void aHandleComesRawOrPercentEncoded(String spelled) {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    String alice = spelled.formatted(cast.real("OWNER"));
    new Script(cast)
        .play(
            """
            admin GET    /_admin/agents/ALICE -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
            admin POST   /_admin/agents/ALICE/allowlist {"entries":["@acme.*"]} -> 200 {"handle":"@alice","policy":"open","allowlist":["@acme.*"]}
            admin DELETE /_admin/agents/ALICE/allowlist/%40acme.%2A -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
            admin PUT    /_admin/agents/@bob/blocks/ALICE -> 204
            admin GET    /_admin/agents/@bob/blocks -> 200 {"blocks":["@alice"]}
            admin DELETE /_admin/agents/@bob/blocks/ALICE -> 204
            """
                .replace("ALICE", alice));
  }

  @Test
  void agentsComeByThePage() {
    Cast cast = new Cast(OPERATOR, "alice", "bob", "carol", "dave", "erin");
    Script script = owned(cast);
    TreeSet<String> seen = new TreeSet<>();
    String query = "?limit=2";
    int pages = 0;
    while (!query.isEmpty()) {
      var page = script.call("owner", "GET", "/_admin/agents" + query, "");
      page.json().path("agents").forEach(agent -> seen.add(agent.path("handle").asText()));
      query =
          page.text("next_cursor").isEmpty() ? "" : "?limit=2&cursor=" + page.text("next_cursor");
      pages++;
    }
    assertEquals(5, seen.size());
    assertEquals(3, pages);
  }
}
