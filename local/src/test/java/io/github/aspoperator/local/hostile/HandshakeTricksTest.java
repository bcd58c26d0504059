package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.testkit.client.Answer;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Handshakes that are wrong, or ask for more than there is; see {@link RawTable}. */
class HandshakeTricksTest {

  private static final TestOperator OPERATOR =
      TestOperator.start(Setting.MEMORY.windows(60_000, OptionalLong.empty()));
  private static final Witness WITNESS = new Witness(OPERATOR);

  private static final String TABLE =
      """
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS||
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS|Sec-WebSocket-Protocol: chat, x||
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS|Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits||
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS|Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99||
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS|Sec-WebSocket-Extensions: x-unknown; a=b||
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS|Sec-WebSocket-Extensions: @fragment; maxLength=1||
      101 GET /connect HTTP/1.1|Host: a|AUTH|WS|Origin: https://example.org||
      400 GET /connect HTTP/1.1|Host: a|AUTH|WS|Sec-WebSocket-Extensions: ;;;=,"||
      400 GET /connect HTTP/1.1|Host: a|AUTH|Upgrade: websocket||
      400 GET /connect HTTP/1.1|AUTH|WS||
      400 GET /connect?x=1 HTTP/1.1|Host: a|AUTH|WS||
      400 GET /connect?ticket=%00 HTTP/1.1|Host: a|WS|X: <00>||
      401 GET /connect HTTP/1.1|Host: a|WS||
      401 GET /connect HTTP/1.1|Host: a|AUTH|AUTH|WS||
      401 GET /connect?ticket=%00 HTTP/1.1|Host: a|WS||
      401 GET /connect?ticket=LESS HTTP/1.1|Host: a|WS||
      400 GET /connect?ticket=LONG HTTP/1.1|Host: a|WS||
      404 GET /connect/ HTTP/1.1|Host: a|AUTH|WS||
      405 POST /connect HTTP/1.1|Host: a|AUTH|WS||
      405 get /connect HTTP/1.1|Host: a|AUTH|WS||
      426 GET /connect HTTP/1.0|Host: a|AUTH|WS||
      426 GET /connect HTTP/1.1|Host: a|AUTH||
      426 GET /connect HTTP/1.1|Host: a|AUTH|Upgrade: h2c|Connection: Upgrade, HTTP2-Settings|HTTP2-Settings: AAMAAABk||
      200 GET /sessions HTTP/1.1|Host: a|AUTH|WS||
      """
          .replace("LESS", "x".repeat(600));

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  @Test
  void eachIsAnsweredInShape() {
    assertEquals(TABLE.strip(), new RawTable(OPERATOR, WITNESS).played(TABLE));
    Await.equal(false, WITNESS::isOnline);
    WITNESS.assertUntouched();
  }

  @Test
  void noExtensionIsAgreedOn() {
    String offer = "Sec-WebSocket-Extensions: permessage-deflate";
    String bearer = "Authorization: Bearer " + WITNESS.alice().token();
    Answer answer = RawHttp.ask(OPERATOR.url(), RawSocket.handshake("/connect", bearer, offer));
    assertEquals(101, answer.status());
    assertEquals(List.of(), answer.headers().allValues("Sec-WebSocket-Extensions"));
  }
}
