package io.github.aspoperator.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a judge says of answers and frames. */
class JudgeTest {

  private static final Judge JUDGE = Judge.create();

  private static final String NOT_FOUND =
      "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No.\",\"request_id\":\"r\"}}";

  private static String body(String text) {
    return text.equals("-")
        ? ""
        : text.replaceAll("^<(\\w+)>$", NOT_FOUND.replace("NOT_FOUND", "$1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          GET     | /healthz                                | 200 | {"status":"ok","version":"1"}
          GET     | /healthz?                               | 200 | {"status":"ok","version":"1"}
          POST    | /sessions/x/join                        | 200 | {"ok":true}
          POST    | /sessions/a%2Fb/join?y                  | 404 | <NOT_FOUND>
          POST    | /sessions/x/join                        | 409 | <SESSION_ENDED>
          POST    | /sessions/x/reopen                      | 409 | <SESSION_FULL>
          POST    | /sessions/x/reopen                      | 409 | <SESSION_NOT_ENDED>
          POST    | /sessions                               | 422 | <IDEMPOTENCY_CONFLICT>
          GET     | /connect                                | 101 | -
          GET     | /connect                                | 426 | <UPGRADE_REQUIRED>
          DELETE  | /_admin/agents/%40a.b                   | 204 | -
          PUT     | /_admin/agents/@a.b/blocks/%40c%2Ed     | 204 | -
          POST    | /_admin/agents                          | 409 | <AGENT_EXISTS>
          GET     | /schemas/event.json                     | 200 | {}
          GET     | /schemas/other                          | 404 | <NOT_FOUND>
          OPTIONS | /sessions/x                             | 204 | -
          OPTIONS | /nothing                                | 404 | <NOT_FOUND>
          HEAD    | /sessions                               | 405 | -
          HEAD    | /nothing                                | 404 | -
          GET     | /nothing                                | 404 | <NOT_FOUND>
          GET     | /sessions/                              | 404 | <NOT_FOUND>
          PATCH   | /sessions                               | 405 | <METHOD_NOT_ALLOWED>
          get     | /sessions                               | 405 | <METHOD_NOT_ALLOWED>
          GET     | *                                       | 404 | <NOT_FOUND>
          GET     | /nothing                                | 503 | <UNAVAILABLE>
          """)
  void thisIsAsItShouldBe(String method, String path, int status, String body) {
    assertEquals(List.of(), JUDGE.reply(method, path, status, body(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          GET     | /healthz               | 200 | {"status":"ok"}                  | At '': required property 'version' not found (required).
          GET     | /healthz               | 200 | -                                | There is nothing, where JSON should be.
          GET     | /healthz               | 404 | <NOT_FOUND>                      | The status 404 is none that this call can have.
          POST    | /sessions/x/join       | 201 | {"ok":true}                      | The status 201 is none that this call can have.
          POST    | /sessions/x/join       | 403 | <NOT_FOUND>                      | The status 403 is none that this call can have.
          POST    | /sessions/x/join       | 409 | <SESSION_NOT_ENDED>              | At '/error/code': must be the constant value 'SESSION_ENDED' (const).
          POST    | /sessions/x/join       | 404 | <UNAUTHORIZED>                   | At '/error/code': must be the constant value 'NOT_FOUND' (const).
          POST    | /sessions/x/join       | 200 | {"ok":true,"ok":true}            | This is no JSON: Duplicate field 'ok'
          GET     | /connect               | 101 | {}                               | The status 101 has a body here, and must have none.
          DELETE  | /_admin/agents/@a.b    | 204 | {}                               | The status 204 has a body here, and must have none.
          OPTIONS | /sessions              | 204 | {}                               | The status 204 has a body here, and must have none.
          OPTIONS | /nothing               | 204 | -                                | The status 204 is none that this call can have.
          OPTIONS | /sessions              | 200 | <NOT_FOUND>                      | The status 200 is none that this call can have.
          GET     | /nothing               | 405 | <METHOD_NOT_ALLOWED>             | The status 405 is none that this call can have.
          GET     | /nothing               | 404 | {}                               | At '': required property 'error' not found (required).
          PATCH   | /sessions              | 404 | <NOT_FOUND>                      | The status 404 is none that this call can have.
          HEAD    | /sessions              | 200 | -                                | The status 200 is none that this call can have.
          HEAD    | /sessions              | 405 | <METHOD_NOT_ALLOWED>             | The status 405 has a body here, and must have none.
          """)
  void thisIsNot(String method, String path, int status, String body, String wrong) {
    assertEquals(List.of(wrong), JUDGE.reply(method, path, status, body(body)));
  }

  @Test
  void whatIsNoJsonIsToldWithoutItsText() {
    List<String> wrong = JUDGE.reply("GET", "/nothing", 404, "secret");
    assertEquals(1, wrong.size());
    assertEquals("This is no JSON", wrong.getFirst().substring(0, 15));
  }

  @Test
  void aFrameIsAnEventOrAPong() {
    String event = Json.file("event.json").path("examples").path(0).toString();
    assertEquals(List.of(), JUDGE.frame("{\"type\":\"pong\"}"));
    assertEquals(List.of(), JUDGE.frame(event));
    assertEquals(List.of(), JUDGE.event(event));
    assertEquals(1, JUDGE.event("{\"type\":\"pong\"}").size());
    assertEquals(1, JUDGE.frame("{\"type\":\"ping\"}").size());
    assertEquals(1, JUDGE.frame("{").size());
    assertEquals(1, JUDGE.frame(event + " x").size());
  }

  @Test
  void anUnknownFileIsAMistakeOfTheCaller() {
    assertThrows(IllegalArgumentException.class, () -> JUDGE.by("nothing.json", "{}"));
  }
}
