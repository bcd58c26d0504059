package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The opening of one WebSocket connection: our request, and whether the answer is the answer to it.
 */
final class Handshake {
  private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final String key;

  Handshake() {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    key = Base64.getEncoder().encodeToString(random);
  }

  ByteBuffer request(Address address, String token) {
    String path =
        address.path().isEmpty() || address.path().startsWith("?")
            ? "/" + address.path()
            : address.path();
    String head =
        """
        GET %s HTTP/1.1
        Host: %s
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: %s
        Sec-WebSocket-Version: 13
        Authorization: Bearer %s

        """
            .formatted(path, address.host(), key, token);
    return ByteBuffer.wrap(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  void check(ResponseParser answer) throws ProtocolException {
    if (!answer.headers().accept().equals(expected())) {
      throw new ProtocolException(
          "a WebSocket handshake answered with a wrong Sec-WebSocket-Accept");
    }
  }

  private String expected() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + SUFFIX).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
