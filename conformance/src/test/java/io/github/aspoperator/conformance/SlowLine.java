package io.github.aspoperator.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A long line to an operator: every byte is on its way for half of the latency, there and back. It
 * knows nothing of what it carries. {@code scripts/slow} opens one from the command line.
 */
public final class SlowLine implements AutoCloseable {

  private static final int PIECE = 64 * 1024;

  /** What was read at once, and when it arrives; empty where the stream ended. */
  private record Piece(long due, ByteBuffer bytes) {}

  private final String host;
  private final int port;
  private final Duration oneWay;
  private final ServerSocket server;

  private SlowLine(URI operator, Duration latency) throws IOException {
    host = operator.getHost();
    port = operator.getPort();
    oneWay = latency.dividedBy(2);
    server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  }

  /** Opens one before {@code operator} (http), with that much latency for each round trip. */
  public static SlowLine to(String operator, Duration latency) throws IOException {
    SlowLine line = new SlowLine(URI.create(operator), latency);
    Thread.startVirtualThread(line::accept);
    return line;
  }

  /** Where it begins. */
  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.startVirtualThread(() -> carry(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void carry(Socket client) {
    try (client;
        Socket operator = new Socket(host, port)) {
      client.setTcpNoDelay(true);
      operator.setTcpNoDelay(true);
      Thread back = Thread.startVirtualThread(() -> pump(operator, client));
      pump(client, operator);
      back.join();
    } catch (IOException e) {
      // the operator is not there, and so neither is this line
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to) {
    BlockingQueue<Piece> underway = new LinkedBlockingQueue<>();
    Thread reader = Thread.startVirtualThread(() -> read(from, underway));
    try {
      OutputStream out = to.getOutputStream();
      while (true) {
        Piece piece = underway.take();
        LockSupport.parkNanos(piece.due() - System.nanoTime());
        if (!piece.bytes().hasRemaining()) {
          to.shutdownOutput();
          return;
        }
        out.write(piece.bytes().array(), piece.bytes().arrayOffset(), piece.bytes().remaining());
      }
    } catch (IOException e) {
      // whoever should get it is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reader.interrupt();
    }
  }

  private void read(Socket from, BlockingQueue<Piece> underway) {
    try {
      InputStream in = from.getInputStream();
      byte[] bytes = new byte[PIECE];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        send(ByteBuffer.wrap(Arrays.copyOf(bytes, count)), underway);
      }
    } catch (IOException e) {
      // gone, which the other side is told as an end
    }
    send(ByteBuffer.allocate(0), underway);
  }

  private void send(ByteBuffer bytes, BlockingQueue<Piece> underway) {
    underway.add(new Piece(System.nanoTime() + oneWay.toNanos(), bytes));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** Opens a line to the URL, with a latency of so many seconds, until it is stopped. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("Say where to, and how many seconds a round trip takes more.");
      System.exit(2);
    }
    Duration latency = Duration.ofMillis(Math.round(Double.parseDouble(arguments[1]) * 1_000));
    try (SlowLine line = to(arguments[0], latency)) {
      System.out.println(line.url());
      Thread.currentThread().join();
    }
  }
}
