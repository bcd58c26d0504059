package io.github.aspoperator.aws.stage;

import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.wire.json.JsonReader;
import io.github.aspoperator.wire.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Answers the SDK's calls without leaving the process. Items that are put while the scene is set
 * are found by key ever after; once it is {@linkplain #play set}, every write is taken, and
 * forgotten. Conditions always hold, a query finds a session's one commit, and every post is
 * received.
 */
public final class Stage implements SdkHttpClient {

  private static final String TARGET = "X-Amz-Target";
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SECRET =
      "{\"SecretString\":\"nobody's\"}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SENT = "{\"MessageId\":\"0\"}".getBytes(StandardCharsets.US_ASCII);

  private final Props props = new Props();
  private volatile boolean playing;

  /** The scene is set: from now on nothing changes any more. */
  public void play() {
    playing = true;
  }

  /** The item that was put last, as JSON; it is found no more. */
  public RawJson takeLast() {
    return props.takeLast();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        byte[] body = answer(request);
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private byte[] answer(HttpExecuteRequest request) {
    String target = request.httpRequest().firstMatchingHeader(TARGET).orElse("");
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "GetItem" -> JsonReader.read(body(request), this::get);
      case "BatchGetItem" -> JsonReader.read(body(request), this::batch);
      case "PutItem", "TransactWriteItems" -> put(body(request));
      case "Query" -> JsonReader.read(body(request), this::query);
      case "SendMessage" -> SENT;
      case "GetSecretValue" -> SECRET;
      default -> NOTHING;
    };
  }

  private byte[] get(JsonReader json) {
    JsonWriter found = new JsonWriter(512).object();
    props.wanted(json).forEach(item -> found.name("Item").raw(item));
    return found.endObject().done();
  }

  private byte[] query(JsonReader json) {
    JsonWriter found = new JsonWriter(512).object().name("Items").array();
    props.queried(json).forEach(found::raw);
    return found.endArray().endObject().done();
  }

  private byte[] batch(JsonReader json) {
    JsonWriter found = new JsonWriter(1024).object().name("Responses").object();
    json.object();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (!name.equals("RequestItems")) {
        json.any();
        continue;
      }
      json.object();
      for (String table = json.nextName(); table != null; table = json.nextName()) {
        found.name(table).array();
        props.wanted(json).forEach(found::raw);
        found.endArray();
      }
    }
    return found.endObject().name("UnprocessedKeys").object().endObject().endObject().done();
  }

  private byte[] put(byte[] body) {
    if (!playing) {
      JsonReader.read(
          body,
          json -> {
            props.put(json);
            return body;
          });
    }
    return NOTHING;
  }

  private static byte[] body(HttpExecuteRequest request) {
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
