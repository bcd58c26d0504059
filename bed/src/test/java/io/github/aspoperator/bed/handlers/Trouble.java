package io.github.aspoperator.bed.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Does what a function should not. */
public final class Trouble implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = new ObjectMapper().readTree(in);
    switch (event.path("pathParameters").path("kind").asText()) {
      case "throw" -> throw new IllegalStateException("as was asked for");
      case "hang" -> hang();
      default -> out.write("\"no answer of HTTP\"".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
