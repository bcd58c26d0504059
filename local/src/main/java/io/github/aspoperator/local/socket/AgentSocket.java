package io.github.aspoperator.local.socket;

import io.github.aspoperator.wire.reply.ClientFrames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one client (protocol section 5): a ping is answered, a close is noted, anything
 * else is ignored. Public because Jetty looks at it.
 */
public final class AgentSocket implements FrameHandler {

  /** The largest frame of a client; a larger one closes with 1009. */
  private static final int MOST_FRAME_BYTES = 32 * 1024;

  private static final byte[] PONG = "{\"type\":\"pong\"}".getBytes(StandardCharsets.UTF_8);

  private final LiveConnection connection;
  private final Ending ending;
  private final AtomicBoolean ended = new AtomicBoolean();
  private @Nullable CoreSession session;
  private boolean inMessage;

  /** What is to be done when the connection is over. */
  @FunctionalInterface
  interface Ending {
    /**
     * It is over; {@code clean} when the client closed it with 1000 or 1001. Then {@code noted}.
     */
    void ended(boolean clean, Runnable noted);
  }

  AgentSocket(LiveConnection connection, Ending ending) {
    this.connection = connection;
    this.ending = ending;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    callback.succeeded();
    connection.open(opened);
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    connection.heard();
    if (frame.getPayloadLength() > MOST_FRAME_BYTES) {
      throw new MessageTooLargeException("a frame of " + frame.getPayloadLength() + " bytes");
    }
    switch (frame.getOpCode()) {
      case OpCode.TEXT -> text(frame);
      case OpCode.BINARY, OpCode.CONTINUATION -> inMessage = !frame.isFin();
      case OpCode.PING -> connection.control(OpCode.PONG, copy(frame));
      case OpCode.CLOSE -> {
        close(CloseStatus.getCloseStatus(frame).getCode(), callback);
        return;
      }
      default -> {}
    }
    callback.succeeded();
    CoreSession open = session;
    if (open != null) {
      open.demand();
    }
  }

  /** The close is noted before it is answered: who then comes back finds nothing of this one. */
  private void close(int code, Callback answer) {
    connection.markClosed();
    boolean clean = code == CloseStatus.NORMAL || code == CloseStatus.SHUTDOWN;
    if (ended.compareAndSet(false, true)) {
      ending.ended(clean, answer::succeeded);
    } else {
      answer.succeeded();
    }
  }

  private void text(Frame frame) {
    boolean whole = frame.isFin() && !inMessage;
    inMessage = !frame.isFin();
    if (whole && ClientFrames.isPing(frame.getPayload())) {
      connection.text(PONG, 0);
    }
  }

  private static ByteBuffer copy(Frame frame) {
    return ByteBuffer.wrap(BufferUtil.toArray(frame.getPayload()));
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    connection.markClosed();
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    connection.markClosed();
    callback.succeeded();
    if (ended.compareAndSet(false, true)) {
      ending.ended(false, () -> {});
    }
  }

  /** The handshake was not answered after all. */
  public void refused() {
    if (ended.compareAndSet(false, true)) {
      ending.ended(false, () -> {});
    }
  }
}
