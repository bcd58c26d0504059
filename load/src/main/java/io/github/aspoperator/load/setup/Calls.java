package io.github.aspoperator.load.setup;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Blocking calls to the operator, for what is not measured; an operator that asks for patience gets
 * some.
 */
public final class Calls implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int ATTEMPTS = 60;

  private final String url;
  private final HttpClient client;

  public Calls(URI url) {
    String text = url.toString();
    this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
  }

  /** An answer: what came, whatever the status. */
  public record Answer(int status, String body) {
    /** The body without what may be long or secret: an error's message. */
    @Override
    public String toString() {
      return "HTTP " + status;
    }
  }

  public Answer post(String path, String token, String body) throws CannotRun {
    return call(request(path, token).POST(BodyPublishers.ofString(body)).build());
  }

  public Answer get(String path, String token) throws CannotRun {
    return call(request(path, token).GET().build());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(String path, String token) throws CannotRun {
    try {
      return HttpRequest.newBuilder(URI.create(url + path))
          .timeout(TIMEOUT)
          .header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/json");
    } catch (IllegalArgumentException e) {
      throw new CannotRun(
          url + " cannot be called, or a token has characters that no header may have.");
    }
  }

  private Answer call(HttpRequest request) throws CannotRun {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      for (int i = 1; i < ATTEMPTS && wantsPatience(answer.statusCode()); i++) {
        Thread.sleep(PAUSE);
        answer = client.send(request, BodyHandlers.ofString());
      }
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      String why = e instanceof ConnectException ? "no connection" : String.valueOf(e.getMessage());
      throw new CannotRun(url + " does not answer: " + why + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("The run was interrupted.");
    }
  }

  private static boolean wantsPatience(int status) {
    return status == 429 || status == 503;
  }
}
