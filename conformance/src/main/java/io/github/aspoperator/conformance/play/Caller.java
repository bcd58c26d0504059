package io.github.aspoperator.conformance.play;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.aspoperator.conformance.subject.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** Makes calls over HTTP, and keeps what was said. One for each check. */
public final class Caller {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final Target target;
  private final Evidence evidence;
  private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());

  public Caller(Target target, Evidence evidence) {
    this.target = target;
    this.evidence = evidence;
  }

  /**
   * How long an answer may take, of a call or a handshake: longer than a frame, since nearly every
   * check waits for frames that must come soon, and an answer that is slow is none that is wrong.
   */
  static Duration answered(Target target) {
    return target.patience().multipliedBy(3);
  }

  /** All exchanges so far. */
  public List<Exchange> exchanges() {
    synchronized (exchanges) {
      return List.copyOf(exchanges);
    }
  }

  Target target() {
    return target;
  }

  /** The client that connections are opened with. */
  static HttpClient http() {
    return HTTP;
  }

  /** A call; headers are names and values in turn. */
  public Reply call(
      String who, URI base, String method, String path, byte[] body, List<String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(answered(target));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    request.method(
        method,
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    String said = new String(body, StandardCharsets.UTF_8);
    try {
      HttpResponse<String> answer = answer(request.build());
      Exchange exchange =
          new Exchange(who, method + " " + path, said, answer.statusCode(), answer.body());
      exchanges.add(exchange);
      evidence.add(exchange);
      return new Reply(
          exchange,
          answer.headers(),
          answer.body().isEmpty() ? MissingNode.getInstance() : Json.read(answer.body()));
    } catch (IOException e) {
      exchanges.add(new Exchange(who, method + " " + path, said, 0, String.valueOf(e)));
      throw new CheckFailed(method + " " + path + " was not answered: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends it, and once more where a kept connection turned out to be closed: that is no word of the
   * operator's. One that never answers is caught the second time.
   */
  private static HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse.BodyHandler<String> text =
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    try {
      return HTTP.send(request, text);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
        throw e;
      }
      return HTTP.send(request, text);
    }
  }
}
