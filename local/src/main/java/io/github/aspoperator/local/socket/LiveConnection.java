package io.github.aspoperator.local.socket;

import io.github.aspoperator.delivery.Pusher.Outcome;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * One connection on its way out: frames are handed to the transport in order, and what it has not
 * written yet is bounded, so that a reader that stops reading costs bounded memory. Frames for a
 * connection that is not open yet wait for it.
 */
final class LiveConnection {

  /** Bytes not yet written at which a connection takes no more. */
  static final long MOST_UNWRITTEN = 8 << 20;

  /** Bytes not yet written above which a replay waits. */
  static final long PACE_UNWRITTEN = 512 << 10;

  /** How long a frame of a replay may wait for others, to be written with them. */
  private static final long FLUSH_NANOS = 500_000;

  private final ConnectionId id;
  private final Handle agent;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Queue<Frame> beforeOpen = new ArrayDeque<>();
  private @Nullable CoreSession session;
  private boolean closed;
  private boolean flushing;
  private @Nullable CloseStatus farewell;
  private long unwritten;
  private long lastWriteNanos = System.nanoTime();
  private volatile long heardNanos = System.nanoTime();

  LiveConnection(ConnectionId id, Handle agent) {
    this.id = id;
    this.agent = agent;
  }

  ConnectionId id() {
    return id;
  }

  Handle agent() {
    return agent;
  }

  /** The handshake is over: what waited goes out, and the close, if there was one meanwhile. */
  void open(CoreSession opened) {
    CloseStatus waiting;
    lock.lock();
    try {
      session = opened;
      for (Frame frame : beforeOpen) {
        hand(opened, frame, false);
      }
      beforeOpen.clear();
      waiting = farewell;
    } finally {
      lock.unlock();
    }
    if (waiting != null) {
      close(opened, waiting);
    }
  }

  /**
   * Hands over a text frame; {@code patienceMillis} to wait for a connection that is behind, 0 for
   * none.
   */
  Outcome text(byte[] utf8, long patienceMillis) {
    lock.lock();
    try {
      long limit = patienceMillis > 0 ? PACE_UNWRITTEN : MOST_UNWRITTEN;
      while (!closed && unwritten + utf8.length > limit && unwritten > 0) {
        if (patienceMillis == 0 || !awaitProgress(patienceMillis)) {
          return Outcome.STUCK;
        }
      }
      if (closed) {
        return Outcome.GONE;
      }
      send(new Frame(OpCode.TEXT, ByteBuffer.wrap(utf8)), patienceMillis > 0);
      return Outcome.SENT;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something was written; false when nothing was for {@code patienceMillis}. */
  private boolean awaitProgress(long patienceMillis) {
    long before = unwritten;
    long nanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    try {
      while (!closed && unwritten >= before) {
        if (nanos <= 0) {
          return false;
        }
        nanos = written.awaitNanos(nanos);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends a control frame. */
  void control(byte opCode, ByteBuffer payload) {
    lock.lock();
    try {
      if (!closed) {
        send(new Frame(opCode, payload), false);
      }
    } finally {
      lock.unlock();
    }
  }

  private void send(Frame frame, boolean more) {
    if (unwritten == 0) {
      lastWriteNanos = System.nanoTime();
    }
    unwritten += frame.getPayloadLength();
    CoreSession open = session;
    if (open == null) {
      beforeOpen.add(frame);
    } else {
      hand(open, frame, more);
      if (more && !flushing) {
        flushing = true;
        Thread.startVirtualThread(() -> flushSoon(open));
      }
    }
  }

  /** Hands a frame to the transport; it may wait for {@code more} there, until a flush. */
  private void hand(CoreSession open, Frame frame, boolean more) {
    int length = frame.getPayloadLength();
    open.sendFrame(frame, Callback.from(() -> wrote(length), _ -> markClosed()), more);
  }

  private void flushSoon(CoreSession open) {
    LockSupport.parkNanos(FLUSH_NANOS);
    lock.lock();
    try {
      flushing = false;
    } finally {
      lock.unlock();
    }
    open.flush(Callback.NOOP);
  }

  private void wrote(int length) {
    lock.lock();
    try {
      unwritten -= length;
      lastWriteNanos = System.nanoTime();
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether something waits to be written and nothing was for {@code millis}. */
  boolean isStalled(long millis) {
    lock.lock();
    try {
      long quiet = System.nanoTime() - lastWriteNanos;
      return unwritten > 0 && quiet > TimeUnit.MILLISECONDS.toNanos(millis);
    } finally {
      lock.unlock();
    }
  }

  /** Something came from the client. */
  void heard() {
    heardNanos = System.nanoTime();
  }

  /** Whether nothing came from the client for so long. */
  boolean isSilent(long millis) {
    return System.nanoTime() - heardNanos > TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Takes nothing any more. */
  void markClosed() {
    lock.lock();
    try {
      closed = true;
      beforeOpen.clear();
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes the transport with {@code code}, as soon as it is open, and cuts it off when the close
   * frame finds no reader either.
   */
  void close(int code, String reason) {
    CloseStatus status = new CloseStatus(code, reason);
    CoreSession open;
    lock.lock();
    try {
      closed = true;
      farewell = status;
      open = session;
      written.signalAll();
    } finally {
      lock.unlock();
    }
    if (open != null) {
      close(open, status);
    }
  }

  private void close(CoreSession open, CloseStatus status) {
    if (unwrittenNow() > 0) {
      open.abort();
    } else {
      open.close(status.getCode(), status.getReason(), Callback.from(Callback.NOOP, open::abort));
    }
  }

  private long unwrittenNow() {
    lock.lock();
    try {
      return unwritten;
    } finally {
      lock.unlock();
    }
  }
}
