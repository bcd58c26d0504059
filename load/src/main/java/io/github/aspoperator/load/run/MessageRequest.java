package io.github.aspoperator.load.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.aspoperator.load.event.Stamp;
import io.github.aspoperator.load.net.Address;
import java.nio.ByteBuffer;

/**
 * One sender's POST into one session, written once; a message only overwrites its stamp and its
 * key.
 */
final class MessageRequest {
  private static final String STAMP = "S".repeat(Stamp.LENGTH);
  private static final String KEY = "K".repeat(8 + 1 + 8);

  private final ByteBuffer bytes;
  private final int stampAt;
  private final int keyAt;

  MessageRequest(Address address, String sessionId, String token, MessageShape shape) {
    String key = shape.run() + "-" + KEY;
    String content = STAMP + " .".repeat(shape.bytes()).substring(0, shape.bytes() - Stamp.LENGTH);
    String bodyKey = shape.keys() == Keys.body ? "\"idempotency_key\":\"" + key + "\"," : "";
    String body = "{" + bodyKey + "\"content\":\"" + content + "\"}";
    String headerKey = shape.keys() == Keys.header ? "Idempotency-Key: " + key + "\n" : "";
    String head =
        """
        POST %s/sessions/%s/messages HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: application/json
        %sContent-Length: %s

        """
            .formatted(
                address.path(),
                sessionId,
                address.host(),
                token,
                headerKey,
                String.valueOf(body.length()));
    byte[] request = (head.replace("\n", "\r\n") + body).getBytes(UTF_8);
    bytes = ByteBuffer.allocateDirect(request.length).put(request).flip();
    String text = new String(request, UTF_8);
    stampAt = text.lastIndexOf(STAMP);
    keyAt = shape.keys() == Keys.none ? -1 : text.lastIndexOf(KEY);
  }

  /** The request for this message, to be written before the next one is asked for. */
  ByteBuffer message(long nanos, int sender, int counter) {
    Stamp.write(bytes, stampAt, nanos, sender, counter);
    if (keyAt >= 0) {
      Stamp.hex(bytes, keyAt, 8, sender);
      bytes.put(keyAt + 8, (byte) '-');
      Stamp.hex(bytes, keyAt + 9, 8, counter);
    }
    return bytes.rewind();
  }
}
