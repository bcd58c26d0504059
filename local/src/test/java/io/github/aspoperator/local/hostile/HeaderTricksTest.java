package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.Shape;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests that no library would send, alone and behind each other; see {@link RawTable}. */
class HeaderTricksTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);
  private static final Witness WITNESS = new Witness(OPERATOR);

  private static final String TABLE =
      """
      400 POST SEND HTTP/1.1|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|Host: b|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a b|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a:99999|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: [::|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/2.0|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/3.7|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.2|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/0.9|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      201 POST SEND http/1.1|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND FOO|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      400 POST SEND|
      201 POST  SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      201 POST SEND  HTTP/1.1|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      400 POST|Host: a||
      400 POST  HTTP/1.1|Host: a||
      400 GET<00> /healthz HTTP/1.1|Host: a||
      400 G@T /healthz HTTP/1.1|Host: a||
      400 PRI * HTTP/2.0||SM||
      400 <16><03><01><02><00><01><00><01><fc><03><03>||
      400 garbage||
      405 post SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      405 Post SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15||{"content":"x"}
      405 BREW SEND HTTP/1.1|Host: a|AUTH||
      405 TRACE SEND HTTP/1.1|Host: a|AUTH||
      404 CONNECT a:80 HTTP/1.1|Host: a:80|AUTH||
      404 OPTIONS * HTTP/1.1|Host: a||
      400 GET * HTTP/1.1|Host: a|AUTH||
      400 GET sessions HTTP/1.1|Host: a|AUTH||
      200 GET http://a/sessions HTTP/1.1|Host: a|AUTH||
      404 GET http://a HTTP/1.1|Host: a|AUTH||
      404 GET http://a/ HTTP/1.1|Host: a|AUTH||
      400 GET http://b/sessions HTTP/1.1|Host: a|AUTH||
      400 GET http://[::/sessions HTTP/1.1|Host: a|AUTH||
      400 GET http://a:b/sessions HTTP/1.1|Host: a:b|AUTH||
      400 GET ftp://a/sessions HTTP/1.1|Host: b|AUTH||
      200 GET /sessions HTTP/1.0|AUTH||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 14||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 16||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 1||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 100||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 0||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: -1||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: +15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 0x0f||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 1 5||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15, 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15|Content-Length: 16||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 99999999999999999999||{"content":"x"}
      413 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 9223372036854775807||{"content":"x"}
      413 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 262145||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15|Transfer-Encoding: chunked||f|{"content":"x"}|0||
      201 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||f|{"content":"x"}|0||
      201 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||f;a=b;c|{"content":"x"}|0|X: y||
      201 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||1|{|e|"content":"x"}|00||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||f|{"content":"x"}|
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||f|{"content":"x"}xx0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||zz|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||-f|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||0xf|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||ffffffffffffffffff|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||7fffffff|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||f|{"content":"x"}|0|bad trailer||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: gzip||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: identity|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked, chunked||f|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding: chunked, gzip||f|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH|Transfer-Encoding : chunked||f|{"content":"x"}|0||
      400 POST SEND HTTP/1.1|Host: a|AUTH| Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|X: y| z|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|: y|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|X y: z|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|X|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|X: <00>|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|X<00>: y|Content-Length: 15||{"content":"x"}
      400 POST SEND HTTP/1.1|Host: a|AUTH|Expect: the unexpected|Content-Length: 15||{"content":"x"}
      201 POST SEND HTTP/1.1|Host: a|AUTH|Expect: 100-continue|Content-Length: 15||{"content":"x"}
      201 POST SEND HTTP/1.1|Host: a|AUTH|Content-Type: text/plain; charset=utf-16|Content-Encoding: gzip|Content-Length: 15||{"content":"x"}
      201 POST SEND HTTP/1.1|Host: a|AUTH|X: <ff><fe>|Content-Length: 15||{"content":"x"}
      201 POST SEND HTTP/1.1|Host: a|AUTH|X-HTTP-Method-Override: DELETE|X-Original-URL: /_admin/agents|Content-Length: 15||{"content":"x"}
      201 POST SEND HTTP/1.1|Host: a|AUTH|Idempotency-Key: a|Idempotency-Key: b|Content-Length: 15||{"content":"x"}
      401 POST SEND HTTP/1.1|Host: a|AUTH|AUTH|Content-Length: 15||{"content":"x"}
      401 POST SEND HTTP/1.1|Host: a|AUTH|Authorization: Bearer x|Content-Length: 15||{"content":"x"}
      401 POST SEND HTTP/1.1|Host: a|AUTH|X-ASP-Agent: @a.b|X-ASP-Agent: @c.d|Content-Length: 15||{"content":"x"}
      401 POST SEND HTTP/1.1|Host: a|Proxy-Authorization: Bearer x|Cookie: token=x|Content-Length: 15||{"content":"x"}
      400 GET /sessions HTTP/1.1|Host: a|AUTH|Connection: Upgrade|Upgrade: websocket|X: LONG||
      400 GET /sessions/LONG HTTP/1.1|Host: a|AUTH||
      400 LONG /sessions HTTP/1.1|Host: a|AUTH||
      400 GET /sessions HTTP/1.1|Host: a|AUTH|LONG: x||
      400 GET /sessions HTTP/1.1|Host: LONG|AUTH||
      400 GET /sessions HTTP/1.1|Host: a|Authorization: Bearer LONG||
      404 GET /sessions/a%2fb HTTP/1.1|Host: a|AUTH||
      404 GET /sessions/%2e%2e/sessions HTTP/1.1|Host: a|AUTH||
      404 GET /sessions/../sessions HTTP/1.1|Host: a|AUTH||
      404 GET /sessions/./events HTTP/1.1|Host: a|AUTH||
      404 GET /sessions;x=y HTTP/1.1|Host: a|AUTH||
      404 GET /sessions/x;y/events HTTP/1.1|Host: a|AUTH||
      404 GET /sessions%2f HTTP/1.1|Host: a|AUTH||
      404 GET /%2fsessions HTTP/1.1|Host: a|AUTH||
      404 GET /sessions/%c0%ae HTTP/1.1|Host: a|AUTH||
      404 GET /sessions\\x HTTP/1.1|Host: a|AUTH||
      404 GET /sessions/<ff> HTTP/1.1|Host: a|AUTH||
      400 GET /sessions/%00 HTTP/1.1|Host: a|AUTH||
      400 GET /sessions/<00> HTTP/1.1|Host: a|AUTH||
      400 GET /sessions/% HTTP/1.1|Host: a|AUTH||
      400 GET /sessions/%zz HTTP/1.1|Host: a|AUTH||
      400 GET /../sessions HTTP/1.1|Host: a|AUTH||
      400 GET /%2e%2e/sessions HTTP/1.1|Host: a|AUTH||
      400 GET /sessions?limit=%zz HTTP/1.1|Host: a|AUTH||
      400 GET /sessions?limit=<00> HTTP/1.1|Host: a|AUTH||
      400 GET /sessions?a b HTTP/1.1|Host: a|AUTH||
      400 GET /sessions?limit=<ff> HTTP/1.1|Host: a|AUTH||
      """;

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  @Test
  void eachIsAnsweredInShapeAndDoesOnlyWhatItMay() {
    assertEquals(TABLE.strip(), new RawTable(OPERATOR, WITNESS).played(TABLE));
  }

  @Test
  void manyHeadersAreTooMany() {
    String request = "GET /sessions HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(4_000) + "\r\n";
    assertEquals(400, Shape.check(RawHttp.ask(OPERATOR.url(), RawHttp.bytes(request))).status());
  }

  @Test
  void requestsBehindEachOtherAreAnsweredInTurn() {
    String send =
        new RawTable(OPERATOR, WITNESS)
            .request("POST SEND HTTP/1.1|Host: a|AUTH|Content-Length: 15||{\"content\":\"x\"}");
    String bad = send.replace("content\"", "kontent\"");
    try (RawHttp http = RawHttp.open(OPERATOR.url())) {
      http.send(RawHttp.bytes(send + bad + "\r\n\r\n" + send)).end();
      assertEquals(201, Shape.check(http.answer()).status());
      assertEquals(400, Shape.check(http.answer()).status());
      assertEquals(201, Shape.check(http.answer()).status());
      assertEquals("", http.rest());
    }
    WITNESS.assertOnlySaid(2);
  }
}
