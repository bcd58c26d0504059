package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Policy;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What there can be no more of (protocol section 4). */
class LimitsTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static String list(String name, int from, int to, IntFunction<String> one) {
    return IntStream.range(from, to)
        .mapToObj(i -> "\"" + one.apply(i) + "\"")
        .collect(Collectors.joining(",", "{\"" + name + "\":[", "]}"));
  }

  @Test
  void tenThousandAllowlistEntries() {
    Script script = new Script(new Cast(OPERATOR, "alice"));
    String path = "/_admin/agents/@alice/allowlist";
    for (int from = 0; from < 10_000; from += 5_000) {
      String entries = list("entries", from, from + 5_000, i -> "@o" + i + ".*");
      assertEquals(200, script.call("admin", "POST", path, entries).status());
    }
    script.play(
        """
        admin POST /_admin/agents/@alice/allowlist {"entries":["@new.*"]} -> 409 LIMIT_REACHED
        admin POST /_admin/agents/@alice/allowlist {"entries":["@o1.*","@new.*"]} -> 409 LIMIT_REACHED
        """);
    Answer known = script.call("admin", "POST", path, "{\"entries\":[\"@o1.*\",\"@o2.*\"]}");
    assertEquals(10_000, known.json().path("allowlist").size());
    assertEquals(200, script.call("admin", "DELETE", path + "/@o1.*", "").status());
    assertEquals(200, script.call("admin", "POST", path, "{\"entries\":[\"@new.*\"]}").status());
  }

  @Test
  void tenThousandBlocks() {
    Cast cast = new Cast(OPERATOR, "alice");
    Handle alice = Handle.of(cast.handle("alice"));
    IntStream.range(0, 10_000)
        .forEach(i -> OPERATOR.ports().blocks().add(new Block(alice, Handle.of("@o." + i))));
    new Script(cast)
        .play(
            """
            admin PUT    /_admin/agents/@alice/blocks/@new.x -> 409 LIMIT_REACHED
            admin PUT    /_admin/agents/@alice/blocks/@o.1 -> 204
            admin DELETE /_admin/agents/@alice/blocks/@o.1 -> 204
            admin PUT    /_admin/agents/@alice/blocks/@new.x -> 204
            admin PUT    /_admin/agents/@alice/blocks/@o.1 -> 409 LIMIT_REACHED
            """);
  }

  @Test
  void twoHundredAndFiftySixParticipantsEver() {
    Script script = new Script(new Cast(OPERATOR, "alice", "bob"));
    IntStream.range(0, 300)
        .forEach(i ->
            OPERATOR.ports().agents().register(new Agent(Handle.of("@many.a" + i), Policy.OPEN)));
    script.play("alice POST /sessions {\"invite\":[\"@bob\"]} -> 201 {\"session_id\":\"S1\"}");
    String path = "/sessions/S1/invite";
    for (int from = 0; from < 200; from += 100) {
      String invite = list("invite", from, from + 100, i -> "@many.a" + i);
      assertEquals(100, script.call("alice", "POST", path, invite).json().path("invited").size());
    }
    String tooMany = list("invite", 200, 255, i -> "@many.a" + i);
    assertEquals("409 SESSION_FULL", script.told(script.call("alice", "POST", path, tooMany)));
    String events =
        script.call("alice", "GET", "/sessions/S1/events?after_sequence=200", "").body();
    assertEquals(1, events.split("\"sequence\"").length - 1);
    String full = list("invite", 200, 254, i -> "@many.a" + i);
    assertEquals(200, script.call("alice", "POST", path, full).status());
    script.play(
        """
        alice POST /sessions/S1/invite {"invite":["@many.a1","@many.a254"]} -> 409 SESSION_FULL
        alice POST /sessions/S1/invite {"invite":["@many.a1"]} -> 200 {"invited":[]}
        bob   POST /sessions/S1/join -> 200 {"ok":true}
        bob   POST /sessions/S1/leave -> 200 {"ok":true}
        alice POST /sessions/S1/invite {"invite":["@bob"]} -> 200 {"invited":["@bob"]}
        alice POST /sessions/S1/end -> 200 {"ok":true}
        alice POST /sessions/S1/reopen {"invite":["@many.a254"]} -> 409 SESSION_FULL
        alice POST /sessions/S1/reopen {"invite":["@bob"]} -> 200 {"ok":true}
        """);
  }
}
