package io.github.aspoperator.local.http;

import io.github.aspoperator.wire.call.Incoming;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request as Jetty has it. */
record JettyIncoming(Request request) implements Incoming {

  @Override
  public @Nullable String rawQuery() {
    return request.getHttpURI().getQuery();
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  @Override
  public byte[] body() {
    return BodyReader.read(request);
  }
}
