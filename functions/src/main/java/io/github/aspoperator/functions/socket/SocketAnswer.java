package io.github.aspoperator.functions.socket;

import io.github.aspoperator.wire.json.JsonWriter;

/** What a WebSocket API is answered: the status alone, since a client is shown no more. */
final class SocketAnswer {

  private SocketAnswer() {}

  static byte[] of(int status) {
    return new JsonWriter(32).object().name("statusCode").number(status).endObject().done();
  }
}
