package io.github.aspoperator.bed.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Answers with the event it got. */
public final class Echo implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> environment;

  /** As in a process. */
  public Echo() {
    this(System.getenv());
  }

  /** As in a thread. */
  public Echo(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var answer = JSON.createObjectNode();
    answer.put("statusCode", 201);
    answer
        .putObject("headers")
        .put("Content-Type", "application/json")
        .put("x-who", environment.getOrDefault("WHO", ""))
        .put("x-request", context.getAwsRequestId());
    answer.put("body", JSON.readTree(in).toString());
    System.out.println("echoed");
    JSON.writeValue(out, answer);
  }
}
