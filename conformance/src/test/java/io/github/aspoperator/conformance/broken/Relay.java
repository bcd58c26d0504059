package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One WebSocket connection through the proxy. */
final class Relay implements WebSocket.Listener {

  private final Wire client;
  private final Call call;
  private final Line line;
  private final Fault fault;
  private final Lanes lanes = new Lanes(this::sendLate);
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  /** Whether the client has gone, which the operator does not know yet. */
  private volatile boolean deaf;

  Relay(Wire client, Call call, Line line, Fault fault) {
    this.client = client;
    this.call = call;
    this.line = line;
    this.fault = fault;
  }

  /** Until either side goes. */
  void run(HttpClient http, URI stream) throws IOException {
    WebSocket upstream;
    try {
      upstream = connected(http, stream);
    } catch (CompletionException e) {
      client.refuse(
          e.getCause() instanceof WebSocketHandshakeException refused
              ? refused.getResponse().statusCode()
              : 502);
      return;
    }
    client.accept(call.headers().getOrDefault("sec-websocket-key", ""));
    for (String frame : line.left()) {
      send(frame);
    }
    for (String frame : fault.opening(line)) {
      send(frame);
    }
    upstream.request(1);
    try {
      listen(upstream);
    } finally {
      line.end();
      upstream.abort();
      lanes.close();
    }
  }

  private WebSocket connected(HttpClient http, URI stream) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    for (String header : new String[] {"authorization", "x-asp-agent"}) {
      if (call.headers().containsKey(header)) {
        builder.header(header, call.headers().getOrDefault(header, ""));
      }
    }
    return builder.buildAsync(stream, this).join();
  }

  private void listen(WebSocket upstream) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (true) {
      Wire.Frame frame = client.read(fault.mostFrameBytes());
      switch (frame.code()) {
        case Wire.MORE, Wire.TEXT -> {
          text.writeBytes(frame.bytes());
          if (frame.last()) {
            upstream.sendText(text.toString(UTF_8), true).join();
            text.reset();
          }
        }
        case Wire.CLOSE -> {
          close(upstream, frame.bytes());
          return;
        }
        case Wire.PING -> client.write(Wire.PONG, frame.bytes());
        default -> {}
      }
    }
  }

  /** The client is answered at once where the operator notices later. */
  private void close(WebSocket upstream, byte[] payload) throws IOException {
    Duration late = fault.noticesCloseAfter();
    deaf = late.isPositive();
    line.end();
    lanes.close();
    if (deaf) {
      client.write(Wire.CLOSE, payload);
      awaitClose(late);
    }
    upstream.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    awaitClose(Duration.ofSeconds(2));
    line.noticed();
    if (!deaf) {
      client.write(Wire.CLOSE, payload);
    }
  }

  private void awaitClose(Duration most) {
    var _ = closed.copy().completeOnTimeout(1006, most.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** Nothing is asked for before there is somebody to send it to. */
  @Override
  public void onOpen(WebSocket upstream) {}

  @Override
  public CompletionStage<?> onText(WebSocket upstream, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      String frame = message.toString();
      message.setLength(0);
      try {
        for (String instead : fault.frame(line, frame)) {
          forward(instead);
        }
      } catch (IOException e) {
        upstream.abort();
      }
    }
    upstream.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void forward(String frame) throws IOException {
    Duration delay = fault.delay(frame);
    if (deaf) {
      line.swallow(frame);
    } else if (isTold(frame)) {
      return;
    } else if (!delay.isPositive()) {
      send(frame);
    } else if (!lanes.add(frame, delay)) {
      afterAllOthers(frame);
    }
  }

  /** The client is going: what waits goes out first, so that this does not overtake it. */
  private void afterAllOthers(String frame) throws IOException {
    lanes.close();
    if (deaf) {
      line.swallow(frame);
    } else {
      send(frame);
    }
  }

  /** Whether it was owed from a line before, and so has been told. */
  private boolean isTold(String frame) {
    return fault.noticesCloseAfter().isPositive()
        && frame.contains("\"event_id\"")
        && line.out().contains(frame);
  }

  private void send(String frame) throws IOException {
    line.sent(frame);
    client.write(Wire.TEXT, frame.getBytes(UTF_8));
  }

  private void sendLate(String frame) {
    try {
      send(frame);
    } catch (IOException e) {
      // the client is gone, and told again when it comes back
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket upstream, int code, String reason) {
    closed.complete(code);
    lanes.close();
    try {
      client.write(Wire.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    } catch (IOException e) {
      // gone as well
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket upstream, Throwable error) {
    closed.complete(1006);
  }
}
