package io.github.aspoperator.bed.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A connection of an agent, and what came over it. */
public final class Stream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<WebSocket> socket;

  private Stream(WebSocket.Builder handshake, URI url, String query) {
    URI line = URI.create("ws" + url.toString().substring(4) + "/connect" + query);
    socket = handshake.buildAsync(line, new Ear());
  }

  static Stream open(URI url, String token) {
    WebSocket.Builder handshake = Http.CLIENT.newWebSocketBuilder();
    return new Stream(handshake.header("Authorization", "Bearer " + token), url, "").opened();
  }

  static Stream openWith(URI url, String ticket) {
    return new Stream(Http.CLIENT.newWebSocketBuilder(), url, "?ticket=" + ticket).opened();
  }

  private Stream opened() {
    socket.join();
    return this;
  }

  /** All that came, in order. */
  public List<JsonNode> events() {
    return List.copyOf(events);
  }

  /** The sequences of a session's events, in the order they came. */
  public List<Long> sequences(String session) {
    return events.stream()
        .filter(event -> event.path("session_id").asText().equals(session))
        .map(event -> event.path("sequence").asLong())
        .toList();
  }

  /** Waits for an event of a session with that sequence. */
  public void await(String session, long sequence) throws InterruptedException {
    await(
        event ->
            event.path("session_id").asText().equals(session)
                && event.path("sequence").asLong() == sequence,
        session + " " + sequence);
  }

  /** Waits for an event. */
  public void await(Predicate<JsonNode> wanted, String what) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (events.stream().noneMatch(wanted)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came: " + what + "; but " + events.size() + " others");
      }
      Thread.sleep(2);
    }
  }

  /** Sends a text frame. */
  public void send(String text) {
    socket.join().sendText(text, true).join();
  }

  /** The code that the connection was closed with, once it is; 1006 where it broke. */
  public CompletableFuture<Integer> closed() {
    return closed;
  }

  /** Breaks the connection without a close frame. */
  public void abort() {
    socket.join().abort();
  }

  /** Closes cleanly, and waits for the answer. */
  @Override
  public void close() {
    WebSocket open = socket.join();
    if (!open.isOutputClosed()) {
      open.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
    }
  }

  /** Public methods of a listener, kept to oneself. */
  private final class Ear implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        hear(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void hear(String frame) {
      try {
        events.add(JSON.readTree(frame));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a frame that is no JSON", e);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(1006);
    }
  }
}
