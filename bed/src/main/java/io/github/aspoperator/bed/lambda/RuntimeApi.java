package io.github.aspoperator.bed.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/** The Runtime API of one instance, on a port of its own. */
final class RuntimeApi implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final SynchronousQueue<Invocation> next = new SynchronousQueue<>();
  private final CompletableFuture<Outcome> broken = new CompletableFuture<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile @Nullable CompletableFuture<Outcome> running;

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT, this::handle);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** What will have come of {@code invocation} when the runtime has taken it and answered. */
  CompletableFuture<Outcome> submit(Invocation invocation) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    running = outcome;
    Thread.startVirtualThread(() -> offer(invocation));
    return CompletableFuture.anyOf(outcome, broken).thenApply(Outcome.class::cast);
  }

  private void offer(Invocation invocation) {
    try {
      next.put(invocation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the runtime asks for its first event, or never will. */
  void awaitReady() throws InterruptedException {
    ready.await();
  }

  /** The instance is no more. */
  void died() {
    broken.complete(new Outcome.Died());
    ready.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String what = exchange.getRequestURI().getPath().substring(ROOT.length());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (what.equals("invocation/next")) {
        next(exchange);
      } else if (what.equals("restore/next")) {
        exchange.sendResponseHeaders(200, -1);
      } else if (what.endsWith("/response")) {
        complete(new Outcome.Answer(body));
        exchange.sendResponseHeaders(202, -1);
      } else {
        Outcome failed = failed(body);
        if (what.startsWith("invocation/")) {
          complete(failed);
        } else {
          broken.complete(failed);
          ready.countDown();
        }
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    ready.countDown();
    Invocation invocation = next.take();
    long deadline = System.currentTimeMillis() + invocation.timeout().toMillis();
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn());
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000");
    byte[] event = invocation.event().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  private void complete(Outcome outcome) {
    CompletableFuture<Outcome> waiting = running;
    if (waiting != null) {
      waiting.complete(outcome);
    }
  }

  private static Outcome failed(String body) throws IOException {
    JsonNode error = JSON.readTree(body);
    return new Outcome.Failed(
        error.path("errorType").asText(), error.path("errorMessage").asText());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
