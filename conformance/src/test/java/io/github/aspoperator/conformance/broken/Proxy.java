package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Stands before an operator, and does one thing wrong. */
final class Proxy implements AutoCloseable {

  /** For connections only. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final ServerSocket server;
  private final String operator;
  private final Fault fault;
  private final Map<String, List<Line>> lines = new HashMap<>();

  Proxy(String operator, Fault fault) throws IOException {
    this.operator = operator;
    this.fault = fault;
    server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    http.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.startVirtualThread(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client;
        Upstream upstream = new Upstream(operator)) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      while (true) {
        Call call = read(in);
        if (call.headers().containsKey("upgrade")) {
          upgrade(fault.call(call), in, out);
          return;
        }
        write(out, fault.serve(call, upstream));
      }
    } catch (IOException e) {
      // the client is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call read(InputStream in) throws IOException {
    Message request = Message.read(in);
    String[] first = request.first().split(" ", 3);
    if (first.length < 3) {
      throw new IOException("no request");
    }
    return new Call(first[0], first[1], request.headers(), request.body());
  }

  private static void write(OutputStream out, Answer answer) throws IOException {
    String body = new String(answer.body().getBytes(UTF_8), ISO_8859_1);
    new Message("HTTP/1.1 " + answer.status() + " -", answer.headers(), body).write(out);
  }

  private void upgrade(Call call, InputStream in, OutputStream out) throws IOException {
    Line line;
    synchronized (lines) {
      List<Line> own = lines.computeIfAbsent(call.token(), _ -> new ArrayList<>());
      line = new Line(own);
      own.add(line);
    }
    URI stream = URI.create(operator.replaceFirst("^http", "ws") + call.path());
    Wire wire = new Wire(new DataInputStream(in), out);
    new Relay(wire, call, line, fault).run(http, stream);
  }
}
