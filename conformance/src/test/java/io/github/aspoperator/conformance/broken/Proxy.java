package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Stands before an operator, and does one thing wrong. */
final class Proxy implements AutoCloseable {

  /** Headers that belong to a connection, or that the client makes itself. */
  private static final Set<String> OWN =
      Set.of(
          "connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings");

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
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      while (true) {
        Call call = read(in);
        if (call.headers().containsKey("upgrade")) {
          upgrade(fault.call(call), in, out);
          return;
        }
        write(out, fault.serve(call, this::forward));
      }
    } catch (IOException e) {
      // the client is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 3) {
      throw new IOException("no request");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Call(first[0], first[1], headers, new String(in.readNBytes(length), ISO_8859_1));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next != '\n' && next >= 0) {
      line.write(next);
      next = in.read();
    }
    return line.toString(ISO_8859_1).strip();
  }

  private Answer forward(Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(operator + call.path()));
    call.headers()
        .forEach((name, value) -> {
          if (!OWN.contains(name)) {
            request.header(name, value);
          }
        });
    request.method(
        call.method(),
        call.body().isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(call.bytes()));
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    Map<String, String> headers = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return new Answer(answer.statusCode(), headers, answer.body());
  }

  private static void write(OutputStream out, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\n");
    answer
        .headers()
        .forEach((name, value) -> {
          if (!OWN.contains(name)) {
            head.append(name).append(": ").append(value).append("\r\n");
          }
        });
    if (answer.status() != 204) {
      head.append("content-length: ").append(body.length).append("\r\n");
    }
    out.write((head + "\r\n").getBytes(ISO_8859_1));
    if (answer.status() != 204) {
      out.write(body);
    }
    out.flush();
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
