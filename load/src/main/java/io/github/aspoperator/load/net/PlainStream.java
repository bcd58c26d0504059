package io.github.aspoperator.load.net;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection on the loop: one write a message and one read a wake-up, no copy where none is
 * needed.
 */
final class PlainStream implements Stream {
  private final Loop loop;
  private final Listener listener;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;

  PlainStream(Loop loop, Address address, Listener listener) {
    this.loop = loop;
    this.listener = listener;
    try {
      SocketChannel opened = SocketChannel.open();
      channel = opened;
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      key = loop.register(opened, SelectionKey.OP_CONNECT, this);
      if (opened.connect(address.socket())) {
        loop.soon(this::connected);
      }
    } catch (IOException e) {
      loop.soon(() -> end(e));
    }
  }

  @Override
  public void send(ByteBuffer bytes) {
    SocketChannel open = channel;
    if (open == null) {
      return;
    }
    try {
      if (waiting.isEmpty()) {
        open.write(bytes);
      }
      if (bytes.hasRemaining()) {
        waiting.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    } catch (IOException e) {
      loop.soon(() -> end(e));
    }
  }

  @Override
  public void close() {
    SocketChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // it is gone either way
      }
    }
  }

  /** The selector says that something can be done. */
  void ready(int operations) {
    try {
      if ((operations & SelectionKey.OP_CONNECT) != 0
          && channel != null
          && channel.finishConnect()) {
        connected();
      }
      if ((operations & SelectionKey.OP_WRITE) != 0) {
        flush();
      }
      if ((operations & SelectionKey.OP_READ) != 0 && channel != null) {
        read(channel);
      }
    } catch (IOException e) {
      end(e);
    }
  }

  private void connected() {
    if (channel != null) {
      interest(SelectionKey.OP_READ);
      listener.connected();
    }
  }

  private void read(SocketChannel open) throws IOException {
    ByteBuffer buffer = loop.buffer().clear();
    int count = open.read(buffer);
    long at = System.nanoTime();
    if (count < 0) {
      end(new IOException("the operator closed the connection"));
      return;
    }
    byte[] bytes = loop.bytes();
    buffer.get(0, bytes, 0, count);
    listener.received(bytes, 0, count, at);
  }

  private void flush() throws IOException {
    ByteBuffer first = waiting.peek();
    while (first != null && channel != null) {
      channel.write(first);
      if (first.hasRemaining()) {
        return;
      }
      waiting.remove();
      first = waiting.peek();
    }
    interest(SelectionKey.OP_READ);
  }

  private void interest(int operations) {
    if (key != null && key.isValid() && key.interestOps() != operations) {
      key.interestOps(operations);
    }
  }

  private void end(IOException why) {
    if (channel != null) {
      close();
      listener.ended(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
    }
  }
}
