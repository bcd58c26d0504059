package io.github.aspoperator.testkit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection, read by hand: cheap to open, and what it got is kept, in order. Every
 * end is noticed here, of an operator that was killed too.
 */
public final class Ear implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Socket socket;
  private final DataInputStream in;
  private final Consumer<String> contract;
  private final Map<String, List<JsonNode>> events = new LinkedHashMap<>();
  private final List<JsonNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private @Nullable AssertionError broken;
  private volatile String why = "";
  private volatile boolean closing;

  private Ear(URI uri, String token, Consumer<String> contract) throws IOException {
    this.contract = contract;
    socket = new Socket(uri.getHost(), uri.getPort());
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    boolean open = false;
    try {
      shakeHands(uri, token);
      open = true;
    } finally {
      if (!open) {
        socket.close();
      }
    }
  }

  private void shakeHands(URI uri, String token) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    String request =
        """
        GET /connect HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

        """
            .formatted(uri.getAuthority(), token)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    int status = Integer.parseInt(Line.line(in).split(" ", 3)[1]);
    if (status != 101) {
      throw new Refused(status, new IOException("no upgrade"));
    }
    var _ = Line.headers(in);
    socket.setSoTimeout(0);
  }

  /** Connects; throws {@link Refused} when the handshake is refused. */
  public static Ear open(String url, String token) {
    return open(url, token, _ -> {});
  }

  /**
   * The same, and {@code contract} is shown every frame: {@link #frames} tells of the first
   * assertion that it fails.
   */
  public static Ear open(String url, String token, Consumer<String> contract) {
    try {
      Ear ear = new Ear(URI.create(url), token, contract);
      Thread.ofVirtual().start(ear::listen);
      return ear;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try {
      while (frame()) {}
    } catch (IOException e) {
      why = e.toString();
    } finally {
      closed.complete(1006);
      wake();
      close();
    }
  }

  /** Reads one frame; false for the close. */
  private boolean frame() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = (int) in.readLong();
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException();
    }
    switch (first) {
      case 0x80 | TEXT -> keep(payload);
      case 0x80 | PING -> {
        if (!closing) {
          send(PONG, payload);
        }
      }
      case 0x80 | CLOSE -> {
        closed.complete(
            length < 2 ? 1005 : Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort()));
        return false;
      }
      default -> throw new IOException("a frame the protocol does not have: " + first);
    }
    return true;
  }

  private void send(int opCode, byte[] payload) throws IOException {
    // a mask of zeros leaves the payload as it is
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) (0x80 | opCode);
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    synchronized (socket) {
      socket.getOutputStream().write(frame);
    }
  }

  private void keep(byte[] payload) throws IOException {
    String text = new String(payload, StandardCharsets.UTF_8);
    JsonNode frame = Json.of(text);
    AssertionError breach = breach(text);
    synchronized (events) {
      String session = frame.path("session_id").asText();
      events.computeIfAbsent(session, _ -> new ArrayList<>()).add(frame);
      frames.add(frame);
      broken = broken == null ? breach : broken;
      events.notifyAll();
    }
  }

  private @Nullable AssertionError breach(String text) {
    try {
      contract.accept(text);
      return null;
    } catch (AssertionError e) {
      return e;
    }
  }

  private void wake() {
    synchronized (events) {
      events.notifyAll();
    }
  }

  /** The events of {@code session} so far, as they came. */
  public List<JsonNode> events(String session) {
    synchronized (events) {
      return List.copyOf(events.getOrDefault(session, List.of()));
    }
  }

  /** How many events of {@code session} came so far. */
  public int count(String session) {
    synchronized (events) {
      return events.getOrDefault(session, List.of()).size();
    }
  }

  /** All frames so far, as they came. */
  public List<JsonNode> frames() {
    synchronized (events) {
      if (broken != null) {
        throw new AssertionError(broken);
      }
      return List.copyOf(frames);
    }
  }

  /** The sessions of which anything came. */
  public List<String> sessions() {
    synchronized (events) {
      return List.copyOf(events.keySet());
    }
  }

  /**
   * Waits until {@code condition} holds, asking it after every frame. Answers whether it came to
   * hold in a patient while, and before the connection was over.
   */
  public boolean await(BooleanSupplier condition) {
    return await(condition, PATIENCE_MILLIS);
  }

  /** The same with another patience. */
  public boolean await(BooleanSupplier condition, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (events) {
      while (!condition.getAsBoolean()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || closed.isDone()) {
          return condition.getAsBoolean();
        }
        try {
          events.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  /** Closes with a close frame (1000) and reads on to the operator's close: a clean drop. */
  public void closeCleanly() {
    closing = true;
    try {
      send(CLOSE, new byte[] {1000 >> 8, (byte) (1000 & 0xff)});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int code = awaitClose();
    if (code != 1000) {
      throw new IllegalStateException(toString());
    }
  }

  /** The code with which the connection was closed, once it is; 1006 for none. */
  public int awaitClose() {
    return closed.copy().orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  /** The code with which the connection will have been closed; 1006 for none. */
  public CompletableFuture<Integer> whenClosed() {
    return closed.copy();
  }

  /** Cuts the connection, if it is still open. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return closed.isDone() ? "closed with " + closed.join() + " " + why : "open";
  }
}
