package io.github.aspoperator.bed.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.lambda.Outcome;
import io.github.aspoperator.bed.template.HttpRoute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The HTTP API: a request becomes an event, and the function's answer a response. */
final class HttpApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The largest request that the gateway takes. */
  private static final int MOST_BODY_BYTES = 10 << 20;

  /** The largest event, and the largest answer, of a function. */
  private static final int MOST_PAYLOAD_BYTES = 6 << 20;

  private final Routes routes;
  private final HttpEvents events;
  private final Lambda lambda;
  private final AtomicLong requests = new AtomicLong();

  HttpApi(
      String apiId,
      List<HttpRoute> routes,
      Map<String, String> edgeHeaders,
      Lambda lambda,
      InstantSource clock) {
    this.routes = new Routes(routes);
    this.events = new HttpEvents(apiId, edgeHeaders, clock);
    this.lambda = lambda;
  }

  void handle(Request request, Response response, Callback callback)
      throws IOException, InterruptedException {
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(MOST_BODY_BYTES + 1);
      in.skipNBytes(0);
    }
    if (body.length > MOST_BODY_BYTES) {
      response.getHeaders().put("Connection", "close");
      GatewayAnswer.write(413, "Request Entity Too Large", response, callback);
      return;
    }
    String path = Escapes.path(Objects.requireNonNullElse(request.getHttpURI().getPath(), "/"));
    Optional<Routes.Match> match = routes.match(request.getMethod(), path);
    if (match.isEmpty()) {
      GatewayAnswer.write(404, "Not Found", response, callback);
      return;
    }
    String requestId = "http" + requests.incrementAndGet();
    String event = events.event(request, path, match.get(), requestId, body);
    response.getHeaders().put("apigw-requestid", requestId);
    if (event.length() > MOST_PAYLOAD_BYTES) {
      GatewayAnswer.write(413, "Request Entity Too Large", response, callback);
      return;
    }
    answer(lambda.invoke(match.get().route().functionId(), event), request, response, callback);
  }

  private static void answer(
      Outcome outcome, Request request, Response response, Callback callback) {
    boolean written =
        outcome instanceof Outcome.Answer(var payload)
            && payload.length() <= MOST_PAYLOAD_BYTES
            && write(payload, request, response, callback);
    if (!written) {
      GatewayAnswer.write(500, "Internal Server Error", response, callback);
    }
  }

  /** False where the answer has not the shape of one. */
  private static boolean write(
      String payload, Request request, Response response, Callback callback) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      return false;
    }
    if (!answer.path("statusCode").isInt()) {
      return false;
    }
    response.setStatus(answer.path("statusCode").intValue());
    response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      response.getHeaders().put(header.getKey(), header.getValue().asText());
    }
    for (JsonNode cookie : answer.path("cookies")) {
      response.getHeaders().add("Set-Cookie", cookie.asText());
    }
    byte[] body = body(answer);
    response.getHeaders().put("Content-Length", body.length);
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
    return true;
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
