package io.github.aspoperator.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** One connection of an agent. Every frame is kept, in order, also once the check is over. */
public final class Ear {

  private static final int NO_CLOSE = 1006;

  private final Agent agent;
  private final long patienceMillis;
  private final boolean alone;
  private final long opened = System.nanoTime();
  private volatile long ended;
  private final List<String> texts = new ArrayList<>();
  private final List<JsonNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private volatile boolean cleanly;
  private final WebSocket socket;

  private Ear(Agent agent, Caller caller, List<String> headers, String query) {
    this.agent = agent;
    this.patienceMillis = caller.target().patience().toMillis();
    this.alone = agent.ears().stream().allMatch(Ear::isOver);
    WebSocket.Builder builder = Caller.http().newWebSocketBuilder();
    for (int i = 0; i < headers.size(); i += 2) {
      builder.header(headers.get(i), headers.get(i + 1));
    }
    URI uri = URI.create(caller.target().stream() + query);
    socket =
        builder
            .buildAsync(uri, new Listener())
            .orTimeout(Caller.answered(caller.target()).toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  /** Opens one with these headers and this query; demands that it is accepted. */
  static Ear open(Agent agent, Caller caller, List<String> headers, String query) {
    try {
      Ear ear = new Ear(agent, caller, headers, query);
      agent.add(ear);
      return ear;
    } catch (CompletionException e) {
      int status = refusal(e);
      throw new CheckFailed(
          status == 0
              ? agent + " could not connect: " + e.getCause()
              : agent + " was refused with " + status + " when it connected");
    }
  }

  private static int refusal(CompletionException e) {
    return e.getCause() instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }

  /** The status with which such a handshake is refused; fails when it is accepted. */
  static int refused(Agent agent, Caller caller, List<String> headers, String query) {
    try {
      Ear ear = new Ear(agent, caller, headers, query);
      ear.cut();
      throw new CheckFailed("a handshake was accepted that had to be refused");
    } catch (CompletionException e) {
      return refusal(e);
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        String text = message.toString();
        message.setLength(0);
        synchronized (frames) {
          texts.add(text);
          frames.add(Json.read(text));
          frames.notifyAll();
        }
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      end(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      end(NO_CLOSE);
    }
  }

  private void end(int code) {
    ended = System.nanoTime();
    closed.complete(code);
  }

  /** Whether no other connection of its agent was there when it was opened. */
  boolean wasAlone() {
    return alone;
  }

  /** How long {@code before} had been over when this one was opened. */
  Duration after(Ear before) {
    return Duration.ofNanos(opened - before.ended);
  }

  boolean isOver() {
    return closed.isDone();
  }

  /** Whether it was ended by a close frame of ours. */
  boolean wasClosedCleanly() {
    return cleanly;
  }

  /** All frames so far. */
  public List<JsonNode> frames() {
    synchronized (frames) {
      return List.copyOf(frames);
    }
  }

  /** All frames so far, as they came. */
  List<String> texts() {
    synchronized (frames) {
      return List.copyOf(texts);
    }
  }

  /** The events of one session so far. */
  public List<JsonNode> of(String session) {
    return frames().stream()
        .filter(frame -> frame.path("session_id").asText().equals(session))
        .toList();
  }

  /** The events of one session so far, as they came. */
  public List<String> textsOf(String session) {
    return texts().stream()
        .filter(text -> Json.read(text).path("session_id").asText().equals(session))
        .toList();
  }

  /** Their sequences. */
  public List<Long> sequences(String session) {
    return of(session).stream().map(frame -> frame.path("sequence").asLong()).toList();
  }

  /** Their types. */
  public List<String> types(String session) {
    return of(session).stream().map(frame -> frame.path("type").asText()).toList();
  }

  /** Waits for the first frame so; fails after a while, saying that {@code what} did not come. */
  public JsonNode await(String what, Predicate<JsonNode> condition) {
    return await(Duration.ZERO, what, condition);
  }

  /** The same, with that much more patience: where the operator itself waits first. */
  public JsonNode await(Duration more, String what, Predicate<JsonNode> condition) {
    long millis = patienceMillis + more.toMillis();
    long end = System.nanoTime() + millis * 1_000_000;
    int seen = 0;
    synchronized (frames) {
      while (true) {
        for (; seen < frames.size(); seen++) {
          if (condition.test(frames.get(seen))) {
            return frames.get(seen);
          }
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new CheckFailed(
              "%s did not come to %s within %s ms; what came: %s"
                  .formatted(what, agent, millis, brief()));
        }
        try {
          frames.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private String brief() {
    return frames().stream()
        .map(f -> f.path("type").asText() + " " + f.path("sequence").asText())
        .toList()
        .toString();
  }

  /** Waits for the event of that sequence. */
  public JsonNode await(String session, long sequence) {
    return await(
        "event " + sequence,
        frame ->
            frame.path("session_id").asText().equals(session)
                && frame.path("sequence").asLong() == sequence);
  }

  /** Waits for an event of that type. */
  public JsonNode awaitType(String session, String type) {
    return await(
        type,
        frame ->
            frame.path("session_id").asText().equals(session)
                && frame.path("type").asText().equals(type));
  }

  /** Sends a text frame. */
  public void send(String text) {
    done(socket.sendText(text, true));
  }

  private void done(CompletableFuture<WebSocket> sending) {
    try {
      var _ = sending.get(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new CheckFailed("a frame of " + agent + " could not be sent: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a ping of the protocol and waits for its pong: what came before has come. */
  public void ping() {
    long before = pongs();
    send("{\"type\":\"ping\"}");
    var _ = await("a pong", _ -> pongs() > before);
  }

  private long pongs() {
    return frames().stream().filter(f -> f.path("type").asText().equals("pong")).count();
  }

  /** Closes with 1000, and waits for the operator's answer. */
  public void close() {
    cleanly = true;
    done(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    var _ = awaitClose();
  }

  /** Is gone without a word. */
  public void cut() {
    socket.abort();
    end(NO_CLOSE);
  }

  /** The code with which it was closed, 1006 for none; fails when it stays open. */
  public int awaitClose() {
    try {
      return closed.get(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CheckFailed("the connection of " + agent + " was not closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
