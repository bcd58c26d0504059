package io.github.aspoperator.bed.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** One client's connection, from its handshake on. */
final class Connection {

  /** Between the end of $connect and the frame that opens the connection. */
  private static final long MOST_OPENING_SECONDS = 5;

  private static final long MOST_WRITING_SECONDS = 1;

  private final String id;
  private final String sourceIp;
  private final String userAgent;
  private final Instant connectedAt;
  private final CompletableFuture<CoreSession> session = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean admitted;
  private volatile Instant lastActive;

  Connection(String id, String sourceIp, String userAgent, Instant connectedAt) {
    this.id = id;
    this.sourceIp = sourceIp;
    this.userAgent = userAgent;
    this.connectedAt = connectedAt;
    this.lastActive = connectedAt;
  }

  String id() {
    return id;
  }

  String sourceIp() {
    return sourceIp;
  }

  String userAgent() {
    return userAgent;
  }

  Instant connectedAt() {
    return connectedAt;
  }

  Instant lastActive() {
    return lastActive;
  }

  void active(Instant now) {
    lastActive = now;
  }

  /** $connect said yes: from now on it can be posted to. */
  void admit() {
    admitted = true;
  }

  void opened(CoreSession open) {
    session.complete(open);
  }

  /** Whether @connections knows it. */
  boolean isThere() {
    return admitted && !ended.get();
  }

  /** Notes the end; true for who is first to. */
  boolean end() {
    return ended.compareAndSet(false, true);
  }

  /**
   * Hands a text frame to the transport; false when there is no connection any more, nor when the
   * close frame went out before it: what is said to be sent has its place before that.
   */
  boolean send(String text) throws InterruptedException {
    try {
      CoreSession open = session.get(MOST_OPENING_SECONDS, TimeUnit.SECONDS);
      if (ended.get()) {
        return false;
      }
      ByteBuffer payload = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      CompletableFuture<Boolean> sent = new CompletableFuture<>();
      Callback told = Callback.from(() -> sent.complete(true), _ -> sent.complete(false));
      synchronized (this) {
        open.sendFrame(new Frame(OpCode.TEXT, payload), told, false);
      }
      // what a client is slow to take is kept for it
      return sent.completeOnTimeout(true, MOST_WRITING_SECONDS, TimeUnit.SECONDS).get();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** Answers a ping of the protocol below. */
  void pong(ByteBuffer payload) {
    CoreSession open = session.getNow(null);
    if (open != null) {
      open.sendFrame(new Frame(OpCode.PONG, payload), Callback.NOOP, false);
    }
  }

  /** Closes it with a code, as the gateway does of its own accord. */
  void close(int code, String reason) throws InterruptedException {
    try {
      session.get(MOST_OPENING_SECONDS, TimeUnit.SECONDS).close(code, reason, Callback.NOOP);
    } catch (ExecutionException | TimeoutException e) {
      session.completeExceptionally(e);
    }
  }

  /** Breaks it without a close frame: once it is open, for a client may know that it is sooner. */
  void abort() {
    var _ = session.thenAccept(CoreSession::abort);
  }

  static boolean isNormal(int code) {
    return code == CloseStatus.NORMAL;
  }
}
