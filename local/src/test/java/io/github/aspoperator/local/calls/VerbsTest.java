package io.github.aspoperator.local.calls;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Verb by status and state: the table of protocol section 3, cell by cell. */
class VerbsTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static Script script() {
    return new Script(new Cast(OPERATOR, "joined", "invited", "left", "none", "other"));
  }

  @Test
  void inAnActiveSession() {
    script()
        .play(
            """
            joined  POST /sessions {"invite":["@invited","@left"]} -> 201 {"session_id":"S1"}
            left    POST /sessions/S1/join -> 200 {"ok":true}
            left    POST /sessions/S1/leave -> 200 {"ok":true}

            joined  POST /sessions/S1/messages {"content":"x"} -> 201 {"message_id":"M1","sequence":5}
            invited POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
            left    POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
            none    POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND

            joined  POST /sessions/S1/invite {"invite":["@other"]} -> 200 {"invited":["@other"]}
            joined  POST /sessions/S1/invite {"invite":["@other","@invited"]} -> 200 {"invited":[]}
            invited POST /sessions/S1/invite {"invite":["@other"]} -> 404 NOT_FOUND
            left    POST /sessions/S1/invite {"invite":["@other"]} -> 404 NOT_FOUND
            none    POST /sessions/S1/invite {"invite":["@other"]} -> 404 NOT_FOUND

            joined  POST /sessions/S1/reopen {} -> 409 SESSION_NOT_ENDED
            invited POST /sessions/S1/reopen {} -> 404 NOT_FOUND
            left    POST /sessions/S1/reopen {} -> 404 NOT_FOUND
            none    POST /sessions/S1/reopen {} -> 404 NOT_FOUND

            invited POST /sessions/S1/leave -> 404 NOT_FOUND
            left    POST /sessions/S1/leave -> 404 NOT_FOUND
            none    POST /sessions/S1/leave -> 404 NOT_FOUND
            invited POST /sessions/S1/end -> 404 NOT_FOUND
            left    POST /sessions/S1/end -> 404 NOT_FOUND
            none    POST /sessions/S1/end -> 404 NOT_FOUND

            left    POST /sessions/S1/join -> 404 NOT_FOUND
            none    POST /sessions/S1/join -> 404 NOT_FOUND
            joined  POST /sessions/S1/join -> 200 {"ok":true}
            joined  GET  /sessions/S1/events?after_sequence=6 -> 200 {"events":[]}
            invited POST /sessions/S1/join -> 200 {"ok":true}

            none    GET  /sessions/S1 -> 404 NOT_FOUND
            none    GET  /sessions/S1/events -> 404 NOT_FOUND
            left    GET  /sessions/S1/events?after_sequence=3 -> 200 {"events":[{"type":"session.left","session_id":"S1","event_id":"E1","sequence":4,"created_at":T,"payload":{"agent":"@left","reason":"left"}}]}
            invited POST /sessions/S1/leave -> 200 {"ok":true}
            joined  POST /sessions/S1/end -> 200 {"ok":true}
            """);
  }

  @Test
  void inAnEndedSession() {
    script()
        .play(
            """
            joined  POST /sessions {"invite":["@invited","@left"]} -> 201 {"session_id":"S1"}
            left    POST /sessions/S1/join -> 200 {"ok":true}
            left    POST /sessions/S1/leave -> 200 {"ok":true}
            joined  POST /sessions/S1/end -> 200 {"ok":true}

            joined  POST /sessions/S1/messages {"content":"x"} -> 409 SESSION_ENDED
            invited POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
            left    POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
            none    POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
            joined  POST /sessions/S1/invite {"invite":["@other"]} -> 409 SESSION_ENDED
            invited POST /sessions/S1/invite {"invite":["@other"]} -> 404 NOT_FOUND
            left    POST /sessions/S1/invite {"invite":["@other"]} -> 404 NOT_FOUND
            none    POST /sessions/S1/invite {"invite":["@other"]} -> 404 NOT_FOUND
            joined  POST /sessions/S1/leave -> 409 SESSION_ENDED
            invited POST /sessions/S1/leave -> 404 NOT_FOUND
            left    POST /sessions/S1/leave -> 404 NOT_FOUND
            none    POST /sessions/S1/leave -> 404 NOT_FOUND
            joined  POST /sessions/S1/end -> 409 SESSION_ENDED
            invited POST /sessions/S1/end -> 404 NOT_FOUND
            left    POST /sessions/S1/end -> 404 NOT_FOUND
            none    POST /sessions/S1/end -> 404 NOT_FOUND
            joined  POST /sessions/S1/join -> 409 SESSION_ENDED
            invited POST /sessions/S1/join -> 409 SESSION_ENDED
            left    POST /sessions/S1/join -> 404 NOT_FOUND
            none    POST /sessions/S1/join -> 404 NOT_FOUND
            invited POST /sessions/S1/reopen {} -> 404 NOT_FOUND
            left    POST /sessions/S1/reopen {} -> 404 NOT_FOUND
            none    POST /sessions/S1/reopen {} -> 404 NOT_FOUND
            none    GET  /sessions/S1 -> 404 NOT_FOUND
            none    GET  /sessions/S1/events -> 404 NOT_FOUND
            invited GET  /sessions/S1/events?after_sequence=4 -> 200 {"events":[{"type":"session.ended","session_id":"S1","event_id":"E1","sequence":5,"created_at":T,"payload":{"ended_by":"@joined"}}]}
            left    GET  /sessions/S1/events?after_sequence=4 -> 200 {"events":[]}
            joined  POST /sessions/S1/reopen {} -> 200 {"ok":true}
            """);
  }

  @Test
  void whatIsNoSessionIsNotFound() {
    for (String id :
        new String[] {
          "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "sess_x",
          "x",
          "@acme.bob",
          "sess_01arz3ndektsv4rrffq69g5fav"
        }) {
      script()
          .play(
              """
              none GET  /sessions/ID -> 404 NOT_FOUND
              none GET  /sessions/ID/events -> 404 NOT_FOUND
              none POST /sessions/ID/join -> 404 NOT_FOUND
              none POST /sessions/ID/leave -> 404 NOT_FOUND
              none POST /sessions/ID/end -> 404 NOT_FOUND
              none POST /sessions/ID/reopen -> 404 NOT_FOUND
              none POST /sessions/ID/invite {"invite":["@other"]} -> 404 NOT_FOUND
              none POST /sessions/ID/messages {"content":"x"} -> 404 NOT_FOUND
              """
                  .replace("ID", id));
    }
  }
}
