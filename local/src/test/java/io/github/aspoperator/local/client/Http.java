package io.github.aspoperator.local.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.aspoperator.testkit.client.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Calls with one bearer token; {@code url} is asked anew at each call, since an operator may
 * restart elsewhere. Every answer is held against the contract.
 */
public final class Http {

  static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
              .build());
  static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Supplier<String> url;
  private final Supplier<String> token;

  /** Calls below {@code url} with {@code token}. */
  public Http(Supplier<String> url, Supplier<String> token) {
    this.url = url;
    this.token = token;
  }

  /** One call; {@code headers} are names and values in turn. */
  public Answer call(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.get() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token.get())
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = response.body();
      Answer answer = new Answer(response.statusCode(), response.headers(), text, json(text));
      return Contractual.check(method, path, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) throws IOException {
    return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
  }
}
