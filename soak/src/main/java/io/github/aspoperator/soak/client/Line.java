package io.github.aspoperator.soak.client;

import io.github.aspoperator.load.event.EventReader;
import io.github.aspoperator.load.net.FrameParser;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.evidence.Hearing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** One connection of an agent, read by hand so that every way to end is noticed. */
public final class Line implements Hearing, FrameParser.Sink {

  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final byte[] NORMAL = {0x03, (byte) 0xE8};

  private final String name;
  private final LongSupplier order;
  private final ToLongFunction<String> lengths;
  private final long begun = System.currentTimeMillis();
  private final Wire wire;
  private final EventReader reader = new EventReader();
  private final Map<String, Sequences> sessions = new HashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long since = begun;
  private volatile long until = Long.MAX_VALUE;
  private volatile boolean opened;
  private volatile boolean deaf;
  private volatile boolean closing;
  private volatile boolean answered;
  private volatile boolean stays;
  private volatile String end = " until it was ended";

  /**
   * Not yet open.
   *
   * @param name for who reads of it
   * @param order counts the arrivals of all connections
   * @param lengths how long the log of a session is, for who judges
   */
  public Line(String name, LongSupplier order, ToLongFunction<String> lengths) {
    this.name = name;
    this.order = order;
    this.lengths = lengths;
    this.wire = new Wire();
  }

  /**
   * Opens it, and reads on until it ends; {@link Wire#NOBODY} where nobody listens, {@link
   * Wire#CUT} where nothing was answered, else the status.
   */
  public int open(URI url, String token) {
    int status = wire.open(url, token);
    if (status == Wire.SWITCHED) {
      since = System.currentTimeMillis();
      opened = true;
      Thread.ofVirtual().name(name).start(this::listen);
    } else {
      until = since;
      ended.countDown();
    }
    return status;
  }

  private void listen() {
    FrameParser frames = new FrameParser(this);
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = wire.input();
      for (int read = in.read(buffer); read >= 0 && !deaf; read = in.read(buffer)) {
        frames.feed(buffer, 0, read, System.nanoTime());
      }
    } catch (IOException e) {
      // reset, by whomever
    }
    if (!deaf) {
      lost(System.currentTimeMillis());
      wire.close();
    }
    ended.countDown();
  }

  @Override
  public void text(byte[] a, int from, int to, long at) {
    if (deaf || !reader.read(a, from, to)) {
      return;
    }
    String session =
        new String(
            a,
            reader.sessionFrom(),
            reader.sessionTo() - reader.sessionFrom(),
            StandardCharsets.US_ASCII);
    synchronized (sessions) {
      sessions
          .computeIfAbsent(session, _ -> new Sequences())
          .add(reader.sequence(), order.getAsLong());
    }
  }

  @Override
  public void control(int opcode, byte[] a, int from, int to) {
    if (deaf) {
      return;
    }
    if (opcode == PING) {
      wire.send(PONG, a, from, to);
    } else if (opcode == CLOSE) {
      answered = closing;
      if (!closing) {
        wire.send(CLOSE, a, from, Math.min(to, from + 2));
      }
      lost(System.currentTimeMillis());
    }
  }

  private void lost(long at) {
    until = Math.min(until, at);
  }

  /** From then on the operator may have counted it as dropped. */
  public void doubt(long at) {
    lost(at);
  }

  /**
   * Lets go of it; whether a close frame was answered. Waits for that answer so many milliseconds.
   */
  public boolean end(Ending how, long patience) throws InterruptedException {
    lost(System.currentTimeMillis());
    String told = " to " + LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC) + " " + how;
    end = told;
    switch (how) {
      case CLEAN -> {
        closing = true;
        wire.send(CLOSE, NORMAL, 0, NORMAL.length);
        if (!ended.await(patience, TimeUnit.MILLISECONDS)) {
          wire.reset();
        }
      }
      case VANISH -> wire.close();
      case RESET -> wire.reset();
      case HALF_OPEN -> deaf = true;
    }
    if (how == Ending.CLEAN && !answered) {
      end = told + " unanswered";
    }
    return answered;
  }

  /** Frees the socket of one that is half open. */
  public void cut() {
    deaf = true;
    wire.reset();
  }

  /** Waits until it has ended, so many milliseconds at most; whether it has. */
  public boolean awaitEnd(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /** How many events came. */
  public long received() {
    synchronized (sessions) {
      return sessions.values().stream().mapToLong(Sequences::count).sum();
    }
  }

  /** Whether that event came. */
  public boolean hasCome(String session, long sequence) {
    synchronized (sessions) {
      Sequences some = sessions.get(session);
      return some != null && some.has(sequence);
    }
  }

  /** The sessions of which something came. */
  public List<String> sessions() {
    synchronized (sessions) {
      return List.copyOf(sessions.keySet());
    }
  }

  @Override
  public List<Arrival> arrivals(String session) {
    synchronized (sessions) {
      Sequences some = sessions.get(session);
      return some == null ? List.of() : some.judged(session, lengths.applyAsLong(session));
    }
  }

  /** What is owed, and how far back it reaches, only the operator knows. */
  @Override
  public Start start() {
    return Start.SOME_ANEW;
  }

  @Override
  public boolean wasEarly() {
    return true;
  }

  @Override
  public long began() {
    return 0;
  }

  @Override
  public boolean isOpen() {
    return stays || isThere();
  }

  /** Whether it is open just now. */
  public boolean isThere() {
    return opened && !deaf && ended.getCount() > 0;
  }

  /** Whoever judges is to take it as it is now, whatever becomes of it. */
  public void stay() {
    stays = isThere();
  }

  @Override
  public boolean wasOpen() {
    return opened;
  }

  @Override
  public long since() {
    return since;
  }

  @Override
  public long until() {
    return until;
  }

  @Override
  public String toString() {
    return name
        + " (from "
        + LocalTime.ofInstant(Instant.ofEpochMilli(since), ZoneOffset.UTC)
        + (opened ? end : " refused")
        + ")";
  }
}
