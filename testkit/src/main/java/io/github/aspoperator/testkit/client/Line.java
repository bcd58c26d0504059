package io.github.aspoperator.testkit.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One kept-alive HTTP connection, written by hand: a call costs next to nothing, so that a test can
 * make a hundred thousand. For one thread.
 */
public final class Line implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final String host;

  /** A connection to {@code url}. */
  public Line(String url) {
    URI uri = URI.create(url);
    host = uri.getAuthority();
    try {
      socket = new Socket(uri.getHost(), uri.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One call; {@code headers} are names and values in turn. */
  public Answer call(String token, String method, String path, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head =
        new StringBuilder(method + ' ' + path + " HTTP/1.1\r\nHost: " + host)
            .append("\r\nAuthorization: Bearer ")
            .append(token)
            .append("\r\nContent-Length: ")
            .append(bytes.length);
    for (int i = 0; i < headers.length; i += 2) {
      head.append("\r\n").append(headers[i]).append(": ").append(headers[i + 1]);
    }
    head.append("\r\n\r\n");
    try {
      byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
      byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
      System.arraycopy(bytes, 0, all, start.length, bytes.length);
      socket.getOutputStream().write(all);
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(method + ' ' + path, e);
    }
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    Map<String, List<String>> headers = headers(in);
    List<String> length = headers.getOrDefault("content-length", List.of("0"));
    byte[] body = in.readNBytes(Integer.parseInt(length.getFirst()));
    String text = new String(body, StandardCharsets.UTF_8);
    return new Answer(status, HttpHeaders.of(headers, (_, _) -> true), text, Json.of(text));
  }

  /** The header lines up to the empty one; names in lower case. */
  static Map<String, List<String>> headers(InputStream in) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** A line of the head of an answer, without its end. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the operator hung up after: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
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
