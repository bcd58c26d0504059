package io.github.aspoperator.bed.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Lets clients in, but those that send the header {@code refuse}; remembers all events. */
public final class Door implements RequestStreamHandler {

  /** What came, in this process. */
  public static final List<JsonNode> EVENTS = new CopyOnWriteArrayList<>();

  /** What is done to the id of a connection before its handshake is answered. */
  @SuppressWarnings("NonFinalStaticField") // a test sets it
  public static volatile Consumer<String> meanwhile = _ -> {};

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = new ObjectMapper().readTree(in);
    EVENTS.add(event);
    JsonNode about = event.path("requestContext");
    if (about.path("eventType").asText().equals("CONNECT")) {
      meanwhile.accept(about.path("connectionId").asText());
    }
    String status = event.path("headers").path("refuse").asText("200");
    out.write(("{\"statusCode\":" + status + "}").getBytes(StandardCharsets.UTF_8));
  }
}
