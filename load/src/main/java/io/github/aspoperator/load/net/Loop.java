package io.github.aspoperator.load.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Moves every connection on the thread that asks it to run, so nothing here is shared and nothing
 * is locked.
 *
 * <p>Between two calls of {@link #runUntil} the connections stand still.
 */
public final class Loop implements AutoCloseable {
  private static final int READ_AT_ONCE = 64 * 1024;

  private record Timer(long at, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      return Long.compare(at - other.at, 0);
    }
  }

  private final Selector selector;
  private final Tls tls = new Tls();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);
  private final byte[] bytes = new byte[READ_AT_ONCE];
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final Queue<Runnable> soon = new ArrayDeque<>();

  public Loop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs until the condition holds, which is asked after every wake-up, or the time is over: then
   * false.
   */
  public boolean runUntil(BooleanSupplier condition, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (end - System.nanoTime() <= 0) {
        return false;
      }
      once(end);
    }
    return true;
  }

  /** Runs for so long. */
  public void runFor(Duration time) {
    runUntil(() -> false, time);
  }

  /** Does this on the loop after that time. */
  public void later(Duration time, Runnable task) {
    timers.add(new Timer(System.nanoTime() + time.toNanos(), task));
  }

  /** Does this on the loop again and again. */
  public void every(Duration time, Runnable task) {
    later(
        time,
        () -> {
          every(time, task);
          task.run();
        });
  }

  /** Makes the loop look at its condition; the one call that other threads may make. */
  public void wake() {
    selector.wakeup();
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tls tls() {
    return tls;
  }

  /** One buffer for every read: its content is gone at the next one. */
  ByteBuffer buffer() {
    return buffer;
  }

  byte[] bytes() {
    return bytes;
  }

  void soon(Runnable task) {
    soon.add(task);
  }

  SelectionKey register(SocketChannel channel, int operations, PlainStream stream)
      throws ClosedChannelException {
    return channel.register(selector, operations, stream);
  }

  private void once(long end) {
    Timer next = timers.peek();
    long wait = Math.min(end, next == null ? end : next.at) - System.nanoTime();
    try {
      if (wait <= 0 || !soon.isEmpty()) {
        selector.selectNow(Loop::ready);
      } else {
        selector.select(Loop::ready, wait / 1_000_000 + 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int count = soon.size(); count > 0; count--) {
      soon.remove().run();
    }
    for (next = timers.peek();
        next != null && next.at - System.nanoTime() <= 0;
        next = timers.peek()) {
      timers.remove().task.run();
    }
  }

  private static void ready(SelectionKey key) {
    if (key.isValid() && key.attachment() instanceof PlainStream stream) {
      stream.ready(key.readyOps());
    }
  }
}
