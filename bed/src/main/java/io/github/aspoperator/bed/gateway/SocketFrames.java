package io.github.aspoperator.bed.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/** The frames of one client. Public because Jetty looks at it. */
public final class SocketFrames implements FrameHandler {

  /** A larger frame closes the connection with 1009. */
  private static final int MOST_FRAME_BYTES = 32 * 1024;

  private final Connection connection;
  private final SocketApi api;
  private final StringBuilder message = new StringBuilder();
  private @Nullable CoreSession session;
  private @Nullable CloseStatus close;

  SocketFrames(Connection connection, SocketApi api) {
    this.connection = connection;
    this.api = api;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    callback.succeeded();
    connection.opened(opened);
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    if (frame.getPayloadLength() > MOST_FRAME_BYTES) {
      throw new MessageTooLargeException("a frame of " + frame.getPayloadLength() + " bytes");
    }
    api.heard(connection);
    switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> data(frame);
      case OpCode.PING -> connection.pong(ByteBuffer.wrap(BufferUtil.toArray(frame.getPayload())));
      case OpCode.CLOSE -> close = CloseStatus.getCloseStatus(frame);
      default -> {}
    }
    callback.succeeded();
    CoreSession open = session;
    if (open != null && close == null) {
      open.demand();
    }
  }

  private void data(Frame frame) {
    message.append(StandardCharsets.UTF_8.decode(frame.getPayload()));
    if (frame.isFin()) {
      String whole = message.toString();
      message.setLength(0);
      api.message(connection, whole);
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    callback.succeeded();
    CloseStatus told = close == null ? status : close;
    api.ended(connection, told.getCode(), told.getReason());
  }
}
