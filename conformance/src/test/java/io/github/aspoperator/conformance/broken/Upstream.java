package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operator behind, for one connection of a client: on a socket of its own, which is kept. Plain
 * sockets, since a client with a pool of them takes most of the processor's time here.
 */
final class Upstream implements Behind, AutoCloseable {

  private record Kept(Socket socket, InputStream in) {}

  private final URI operator;
  private Optional<Kept> kept = Optional.empty();

  Upstream(String operator) {
    this.operator = URI.create(operator);
  }

  @Override
  public Answer answer(Call call) throws IOException {
    boolean isKept = kept.isPresent();
    Message answer;
    try {
      answer = exchanged(call);
    } catch (EOFException | SocketException e) {
      if (!isKept) {
        throw e;
      }
      // closed in between, as it may be; the call did not arrive
      close();
      answer = exchanged(call);
    }
    if (answer.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    int status = Integer.parseInt(answer.first().split(" ", 3)[1]);
    return new Answer(
        status, answer.headers(), new String(answer.body().getBytes(ISO_8859_1), UTF_8));
  }

  private Message exchanged(Call call) throws IOException {
    Kept line = kept.isPresent() ? kept.get() : opened();
    Map<String, String> headers = new TreeMap<>(call.headers());
    headers.put("host", "");
    new Message(call.method() + " " + call.path() + " HTTP/1.1", headers, call.body())
        .write(line.socket().getOutputStream());
    return Message.read(line.in());
  }

  private Kept opened() throws IOException {
    Socket socket = new Socket(operator.getHost(), operator.getPort());
    socket.setTcpNoDelay(true);
    Kept line = new Kept(socket, new BufferedInputStream(socket.getInputStream()));
    kept = Optional.of(line);
    return line;
  }

  @Override
  public void close() throws IOException {
    if (kept.isPresent()) {
      kept.get().socket().close();
      kept = Optional.empty();
    }
  }
}
