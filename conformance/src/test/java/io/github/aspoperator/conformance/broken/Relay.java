package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One WebSocket connection through the proxy. */
final class Relay implements WebSocket.Listener {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final HttpClient http;
  private final URI stream;
  private final Call call;
  private final Line line;
  private final Fault fault;
  private final ReentrantLock writing = new ReentrantLock();
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<OutputStream> client = new CompletableFuture<>();

  Relay(HttpClient http, URI stream, Call call, Line line, Fault fault) {
    this.http = http;
    this.stream = stream;
    this.call = call;
    this.line = line;
    this.fault = fault;
  }

  /** Until either side goes. */
  void run(InputStream in, OutputStream out) throws IOException {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    for (String header : new String[] {"authorization", "x-asp-agent"}) {
      if (call.headers().containsKey(header)) {
        builder.header(header, call.headers().getOrDefault(header, ""));
      }
    }
    WebSocket upstream;
    try {
      upstream = builder.buildAsync(stream, this).join();
    } catch (CompletionException e) {
      int status =
          e.getCause() instanceof WebSocketHandshakeException refused
              ? refused.getResponse().statusCode()
              : 502;
      out.write(("HTTP/1.1 " + status + " -\r\ncontent-length: 0\r\n\r\n").getBytes(ISO_8859_1));
      return;
    }
    String accept = accept(call.headers().getOrDefault("sec-websocket-key", ""));
    String head =
        "HTTP/1.1 101 -\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ";
    out.write((head + accept + "\r\n\r\n").getBytes(ISO_8859_1));
    out.flush();
    for (String frame : fault.opening(line)) {
      send(out, frame);
    }
    client.complete(out);
    upstream.request(1);
    try {
      listen(in, out, upstream);
    } finally {
      line.end();
      upstream.abort();
    }
  }

  private void listen(InputStream in, OutputStream out, WebSocket upstream) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (true) {
      int first = in.read();
      int second = in.read();
      if (second < 0) {
        return;
      }
      int length = second & 127;
      if (length == 126) {
        length = in.read() << 8 | in.read();
      } else if (length == 127) {
        length = (int) ByteBuffer.wrap(in.readNBytes(8)).getLong();
      }
      if (length > fault.mostFrameBytes()) {
        write(out, CLOSE, new byte[] {(byte) (1009 >> 8), (byte) 1009});
        return;
      }
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      switch (first & 15) {
        case 0, TEXT -> {
          text.writeBytes(payload);
          if ((first & 128) != 0) {
            upstream.sendText(text.toString(UTF_8), true).join();
            text.reset();
          }
        }
        case CLOSE -> {
          line.end();
          upstream.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
          var _ = closed.completeOnTimeout(1006, 2, TimeUnit.SECONDS).join();
          write(out, CLOSE, payload);
          return;
        }
        case PING -> write(out, PONG, payload);
        default -> {}
      }
    }
  }

  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  /** Nothing is asked for before there is somebody to send it to. */
  @Override
  public void onOpen(WebSocket upstream) {}

  @Override
  public CompletionStage<?> onText(WebSocket upstream, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      String frame = message.toString();
      message.setLength(0);
      OutputStream out = client.join();
      try {
        for (String instead : fault.frame(line, frame)) {
          send(out, instead);
        }
      } catch (IOException e) {
        upstream.abort();
      }
    }
    upstream.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket upstream, int code, String reason) {
    closed.complete(code);
    try {
      byte[] payload = {(byte) (code >> 8), (byte) code};
      write(client.join(), CLOSE, payload);
    } catch (IOException e) {
      // gone as well
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket upstream, Throwable error) {
    closed.complete(1006);
  }

  private void send(OutputStream out, String frame) throws IOException {
    line.sent(frame);
    write(out, TEXT, frame.getBytes(UTF_8));
  }

  private void write(OutputStream out, int code, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(128 | code);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 65_536) {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(payload);
    writing.lock();
    try {
      out.write(frame.toByteArray());
      out.flush();
    } finally {
      writing.unlock();
    }
  }

  private static String accept(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
