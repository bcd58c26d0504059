package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.testkit.client.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and methods there are and are not, and what a browser asks first. */
class RoutesTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "TRACE", "get", "post", "PROPFIND");

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/session",
        "/sessions/",
        "//sessions",
        "/Sessions",
        "/%73essions",
        "/sessions//events",
        "/sessions/S1/events/",
        "/sessions/S1/nothing",
        "/connect/",
        "/_admin",
        "/_admin/agents/",
        "/_admin/agents/@a.b/blocks/@c.d/e",
        "/healthz/",
        "/openapi",
        "/schemas/",
        "/schemas/event.json/",
        "/favicon.ico"
      })
  void aPathThatIsNoneIsNotFoundWhoeverAsks(String path) {
    Script script = new Script(new Cast(OPERATOR));
    for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
      assertEquals("404 NOT_FOUND", script.told(script.call("nobody", method, path, "")));
      assertEquals("404 NOT_FOUND", script.told(script.call("admin", method, path, "{}")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /sessions                              | GET, OPTIONS, POST
          /sessions/S1                           | GET, OPTIONS
          /sessions/S1/events                    | GET, OPTIONS
          /sessions/S1/join                      | OPTIONS, POST
          /sessions/S1/invite                    | OPTIONS, POST
          /sessions/S1/messages                  | OPTIONS, POST
          /sessions/S1/leave                     | OPTIONS, POST
          /sessions/S1/end                       | OPTIONS, POST
          /sessions/S1/reopen                    | OPTIONS, POST
          /connect                               | GET, OPTIONS
          /connect/tickets                       | OPTIONS, POST
          /healthz                               | GET, OPTIONS
          /health                                | GET, OPTIONS
          /openapi.json                          | GET, OPTIONS
          /asyncapi.json                         | GET, OPTIONS
          /schemas/event.json                    | GET, OPTIONS
          /schemas/nothing                       | GET, OPTIONS
          /_admin/agents                         | GET, OPTIONS, POST
          /_admin/agents/@a.b                    | DELETE, GET, OPTIONS, PATCH
          /_admin/agents/@a.b/rotate-token       | OPTIONS, POST
          /_admin/agents/@a.b/allowlist          | OPTIONS, POST
          /_admin/agents/@a.b/allowlist/@c.*     | DELETE, OPTIONS
          /_admin/agents/@a.b/blocks             | GET, OPTIONS
          /_admin/agents/@a.b/blocks/@c.d        | DELETE, OPTIONS, PUT
          /_admin/owners                         | OPTIONS, POST
          /_admin/owners/a                       | DELETE, OPTIONS
          /_admin/owners/a/rotate-token          | OPTIONS, POST
          """)
  void everyPathSaysWhichMethodsItHasAndLetsBrowsersIn(String path, String allowed) {
    Script script = new Script(new Cast(OPERATOR));
    for (String method : METHODS) {
      if (!(", " + allowed + ",").contains(", " + method + ",")) {
        Answer answer =
            method.equals("HEAD") ? head(path) : script.call("nobody", method, path, "");
        assertEquals(405, answer.status(), method);
        assertEquals(Optional.of(allowed), answer.headers().firstValue("Allow"));
      }
    }
    Answer answer =
        script.call(
            "nobody",
            "OPTIONS",
            path,
            "",
            "Origin: https://example.org",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization,content-type");
    assertEquals("204", script.told(answer));
    assertEquals(
        "Authorization, Content-Type, Idempotency-Key, X-ASP-Agent", header(answer, "Headers"));
    assertEquals("GET, POST, PUT, PATCH, DELETE", header(answer, "Methods"));
  }

  private static String header(Answer answer, String name) {
    return answer.headers().firstValue("Access-Control-Allow-" + name).orElse("");
  }

  /** An answer to HEAD has the length of a body, and no body. */
  private static Answer head(String path) {
    String request = "HEAD " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    try (RawHttp http = RawHttp.open(OPERATOR.url())) {
      Answer answer = http.send(RawHttp.bytes(request)).head();
      assertEquals("", http.rest());
      return answer;
    }
  }
}
