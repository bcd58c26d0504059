package io.github.aspoperator.load.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.load.net.Address;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class MessageRequestTest {
  @Test
  void aMessageIsWrittenInFull() throws UnknownHostException {
    assertEquals(
        """
        POST /base/sessions/sess_1/messages HTTP/1.1
        Host: 127.0.0.1:81
        Authorization: Bearer secret
        Content-Type: application/json
        Content-Length: 54

        {"content":"00000000000000ff-00000002-00000003 . . ."}\
        """,
        written(request(Keys.none, 40), 255, 2, 3));
  }

  @Test
  void aKeyInTheHeaderIsNewForEveryMessage() throws UnknownHostException {
    MessageRequest request = request(Keys.header, 34);
    assertEquals("Idempotency-Key: run-00000007-00000001", line(written(request, 0, 7, 1), 4));
    assertEquals("Idempotency-Key: run-00000007-00000002", line(written(request, 0, 7, 2), 4));
  }

  @Test
  void aKeyInTheBodyStandsBesideTheContent() throws UnknownHostException {
    String body =
        "{\"idempotency_key\":\"run-00000007-0000000a\",\"content\":\"0000000000000000-00000007-0000000a\"}";
    String text = written(request(Keys.body, 34), 0, 7, 10);
    assertEquals(body, line(text, 6));
    assertEquals("Content-Length: " + body.length(), line(text, 4));
  }

  private static MessageRequest request(Keys keys, int bytes) throws UnknownHostException {
    Address address = Address.of(URI.create("http://127.0.0.1:81/base/"));
    return new MessageRequest(address, "sess_1", "secret", new MessageShape(bytes, keys, "run"));
  }

  private static String written(MessageRequest request, long nanos, int sender, int counter) {
    return UTF_8.decode(request.message(nanos, sender, counter)).toString().replace("\r\n", "\n");
  }

  private static String line(String text, int number) {
    return text.lines().toList().get(number);
  }
}
