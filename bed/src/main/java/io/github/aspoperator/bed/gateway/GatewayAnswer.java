package io.github.aspoperator.bed.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the gateway itself says: a status and one message. */
final class GatewayAnswer {

  private GatewayAnswer() {}

  static void write(int status, String message, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put("Content-Type", "application/json");
    byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put("Content-Length", body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
