package io.github.aspoperator.local.calls;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is on whose list (protocol section 2). */
class TrustTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** Alice and bob, both with an empty list. */
  private static Script closed() {
    return new Script(new Cast(OPERATOR, "alice", "bob"))
        .play(
            """
            admin PATCH /_admin/agents/@alice {"policy":"allowlist"} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":[]}
            admin PATCH /_admin/agents/@bob {"policy":"allowlist"} -> 200 {"handle":"@bob","policy":"allowlist","allowlist":[]}
            alice POST  /sessions {"invite":["@bob"]} -> 404 NOT_FOUND
            """);
  }

  @Test
  void twoWhoListEachOtherMeetAndOneSideIsNotEnough() {
    closed()
        .play(
            """
            admin POST /_admin/agents/@bob/allowlist {"entries":["@alice"]} -> 200 {"handle":"@bob","policy":"allowlist","allowlist":["@alice"]}
            alice POST /sessions {"invite":["@bob"]} -> 404 NOT_FOUND
            bob   POST /sessions {"invite":["@alice"]} -> 404 NOT_FOUND
            admin POST /_admin/agents/@alice/allowlist {"entries":["@bob"]} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":["@bob"]}
            alice POST /sessions {"invite":["@bob"]} -> 201 {"session_id":"S1"}
            bob   POST /sessions {"invite":["@alice"]} -> 201 {"session_id":"S2"}
            """);
  }

  @Test
  void anEntryForAnOwnerIsForAllItsAgentsAndNobodyElses() {
    Script script = closed();
    String globs = "{\"entries\":[\"@OWNER.*\"]}";
    script.call("admin", "POST", "/_admin/agents/@alice/allowlist", globs);
    script.call("admin", "POST", "/_admin/agents/@bob/allowlist", globs);
    String stranger = OPERATOR.agent("@stranger.x").handle();
    script.play(
        """
        alice POST /sessions {"invite":["@bob"]} -> 201 {"session_id":"S1"}
        alice POST /sessions {"invite":["STRANGER"]} -> 404 NOT_FOUND
        alice POST /sessions/S1/invite {"invite":["STRANGER"]} -> 200 {"invited":[]}
        """
            .replace("STRANGER", stranger));
  }

  @Test
  void whoIsTakenOffAListStaysAndMayJoinButIsNotInvitedAgain() {
    closed()
        .play(
            """
            admin POST   /_admin/agents/@alice/allowlist {"entries":["@bob"]} -> 200 {"handle":"@alice","policy":"allowlist","allowlist":["@bob"]}
            admin POST   /_admin/agents/@bob/allowlist {"entries":["@alice"]} -> 200 {"handle":"@bob","policy":"allowlist","allowlist":["@alice"]}
            alice POST   /sessions {"invite":["@bob"]} -> 201 {"session_id":"S1"}
            admin DELETE /_admin/agents/@bob/allowlist/@alice -> 200 {"handle":"@bob","policy":"allowlist","allowlist":[]}
            bob   POST   /sessions/S1/join -> 200 {"ok":true}
            bob   POST   /sessions/S1/messages {"content":"x"} -> 201 {"message_id":"M1","sequence":3}
            bob   POST   /sessions/S1/leave -> 200 {"ok":true}
            alice POST   /sessions/S1/invite {"invite":["@bob"]} -> 200 {"invited":[]}
            bob   POST   /sessions/S1/join -> 404 NOT_FOUND
            bob   GET    /sessions/S1 -> 200 {"id":"S1","state":"active","participants":[{"handle":"@alice","status":"joined","joined_at":T},{"handle":"@bob","status":"left","joined_at":T,"left_at":T}],"created_at":T}
            """);
  }

  @Test
  void aHandleIsAtMostTwiceSixtyFourCharacters() {
    String owner = "o".repeat(64);
    String agent = "a".repeat(64);
    new Script(new Cast(OPERATOR))
        .play(
            """
            admin POST /_admin/agents {"handle":"@OOO.AAA"} -> 201 {"handle":"@OOO.AAA","policy":"allowlist","allowlist":[],"token":"TOKEN"}
            admin POST /_admin/agents {"handle":"@OOOo.AAA"} -> 400 INVALID_REQUEST /handle
            admin POST /_admin/agents {"handle":"@OOO.AAAa"} -> 400 INVALID_REQUEST /handle
            admin POST /_admin/agents {"handle":"@OOO."} -> 400 INVALID_REQUEST /handle
            admin GET  /_admin/agents/@OOO.AAA -> 200 {"handle":"@OOO.AAA","policy":"allowlist","allowlist":[]}
            """
                .replace("OOO", owner)
                .replace("AAA", agent));
  }
}
