package io.github.aspoperator.local.crash;

import io.github.aspoperator.local.client.TestAgent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A connection that reads so many frames and then no more, though it stays open. */
final class LazyReader implements AutoCloseable {

  private final AtomicInteger frames = new AtomicInteger();
  private final int limit;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  private LazyReader(String url, TestAgent agent, int limit) {
    this.limit = limit;
    this.socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + agent.token())
            .buildAsync(
                URI.create(url.replaceFirst("^http", "ws") + "/connect"),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket webSocket, CharSequence data, boolean last) {
                    return read(webSocket, last);
                  }
                })
            .join();
  }

  static LazyReader of(String url, TestAgent agent, int limit) {
    return new LazyReader(url, agent, limit);
  }

  private @Nullable CompletionStage<?> read(WebSocket webSocket, boolean last) {
    if (!last || frames.incrementAndGet() < limit) {
      webSocket.request(1);
    }
    return null;
  }

  /** How many it has read. */
  int frames() {
    return frames.get();
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
