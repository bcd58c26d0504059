package io.github.aspoperator.local.client;

import io.github.aspoperator.testkit.client.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as bytes: what no client library would send goes out as it is. */
public final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 15_000;
  private static final int CONTINUE = 100;

  private final Socket socket;
  private final InputStream in;

  private RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** A connection to the operator at {@code url}. */
  public static RawHttp open(String url) {
    return open(url, new Socket());
  }

  /** A connection whose own kernel takes only a few kilobytes that nobody reads. */
  static RawHttp narrow(String url) {
    Socket socket = new Socket();
    try {
      socket.setReceiveBufferSize(4096);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    return open(url, socket);
  }

  private static RawHttp open(String url, Socket socket) {
    URI uri = URI.create(url);
    try {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new RawHttp(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One request on a connection of its own, and its answer. */
  public static Answer ask(String url, byte[] request) {
    try (RawHttp http = open(url)) {
      return http.send(request).answer();
    }
  }

  /** The bytes of {@code text}, one for each character. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** {@code text} as UTF-8. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sends; an operator that has closed already may have answered all the same. */
  public RawHttp send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      return this;
    }
    return this;
  }

  /** Sends nothing more. */
  public RawHttp end() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      return this;
    }
    return this;
  }

  /** The next answer but 100; fails when there is none within 15 seconds. */
  public Answer answer() {
    try {
      Answer answer = read(true);
      while (answer.status() == CONTINUE) {
        answer = read(true);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("no answer: " + e.getMessage(), e);
    }
  }

  /** All answers until the operator closes, of which there may be none. */
  public List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    try {
      in.mark(1);
      while (in.read() >= 0) {
        in.reset();
        answers.add(answer());
        in.mark(1);
      }
    } catch (SocketException e) {
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  /** The answer to a HEAD request. */
  public Answer head() {
    try {
      return read(false);
    } catch (IOException e) {
      throw new UncheckedIOException("no answer: " + e.getMessage(), e);
    }
  }

  private Answer read(boolean mayHaveBody) throws IOException {
    String[] status = line().split(" ", 3);
    if (!status[0].equals("HTTP/1.1")) {
      throw new IOException("no HTTP: " + String.join(" ", status));
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status[1]);
    List<String> length = headers.getOrDefault("content-length", List.of("0"));
    boolean none = !mayHaveBody || code < 200 || code == 204;
    byte[] body = none ? new byte[0] : exactly(Integer.parseInt(length.getFirst()));
    String text = new String(body, StandardCharsets.UTF_8);
    return new Answer(code, HttpHeaders.of(headers, (_, _) -> true), text, Http.json(text));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("closed after '" + line + "'");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the body ends early");
    }
    return body;
  }

  /** What still comes before the operator closes; fails when it does not close. */
  public String rest() {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      in.transferTo(rest);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("not closed after '" + rest + "'", e);
    } catch (IOException e) {
      return rest.toString(StandardCharsets.ISO_8859_1);
    }
    return rest.toString(StandardCharsets.ISO_8859_1);
  }

  InputStream in() {
    return in;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
