package io.github.aspoperator.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.client.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One connection: every frame is kept, in order, and held against the contract; who looks at the
 * frames learns when one broke it.
 *
 * <p>Whoever must notice every end takes an {@link Ear}. The JDK's client never tells of one
 * without a close frame that comes while the listener has the last frame: {@code TransportImpl}
 * counts the end against a demand that is only asked for behind that frame, and the error it throws
 * then is lost. A busy machine and an operator that is killed are enough.
 */
public final class Stream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<JsonNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private @Nullable AssertionError broken;

  private Stream(URI uri, String token) {
    try {
      socket =
          Http.CLIENT
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .connectTimeout(PATIENCE)
              .buildAsync(uri, new Listener())
              .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new Refused(refused.getResponse().statusCode(), e);
      }
      throw e;
    }
  }

  static Stream open(URI uri, String token) {
    return new Stream(uri, token);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        keep(message.toString());
        message.setLength(0);
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.complete(1006);
    }
  }

  private void keep(String text) {
    try {
      JsonNode frame = Http.json(text);
      synchronized (frames) {
        try {
          Contractual.checkFrame(text);
        } catch (AssertionError e) {
          broken = e;
        }
        frames.add(frame);
        frames.notifyAll();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseBroken() {
    if (broken != null) {
      throw new AssertionError(broken);
    }
  }

  /** All frames so far. */
  public List<JsonNode> frames() {
    synchronized (frames) {
      refuseBroken();
      return List.copyOf(frames);
    }
  }

  /** The sequences of a session's frames so far, as they came. */
  public List<Long> sequences(String session) {
    return frames().stream()
        .filter(frame -> frame.path("session_id").asText().equals(session))
        .map(frame -> frame.path("sequence").asLong())
        .toList();
  }

  /** Waits until {@code condition} holds for all frames so far; fails after a while. */
  public List<JsonNode> await(Predicate<List<JsonNode>> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (frames) {
      while (!condition.test(frames)) {
        refuseBroken();
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("did not come; came: " + frames);
        }
        try {
          frames.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
      refuseBroken();
      return List.copyOf(frames);
    }
  }

  /** Waits for the event of that session and sequence. */
  public List<JsonNode> await(String session, long sequence) {
    return await(all ->
        all.stream()
            .anyMatch(frame ->
                frame.path("session_id").asText().equals(session)
                    && frame.path("sequence").asLong() == sequence));
  }

  /** Sends a text frame. */
  public void send(String text) {
    socket.sendText(text, true).join();
  }

  /** Closes with a close frame (1000): a clean drop. Waits for the operator's close. */
  public void closeCleanly() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    var _ = closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
  }

  /** Cuts the connection without a word: an unclean drop. */
  public void cut() {
    socket.abort();
  }

  /** The code with which the connection was closed, once it is; 1006 for none. */
  public int awaitClose() {
    return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
    synchronized (frames) {
      refuseBroken();
    }
  }
}
