package io.github.aspoperator.bed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the tests of the bed share. */
final class TestBed {

  static final Path TEMPLATE = Path.of("src/test/resources/template.yaml");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private TestBed() {}

  static BedOptions options() {
    return BedOptions.of(TEMPLATE);
  }

  static HttpResponse<String> get(Bed bed, String path) throws Exception {
    return send(HttpRequest.newBuilder(at(bed, path)));
  }

  static HttpResponse<String> post(Bed bed, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(bed, path)).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static URI at(Bed bed, String path) {
    return URI.create(bed.url() + path);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until it is so, for ten seconds at most. */
  static void await(String what, BooleanSupplier so) throws InterruptedException {
    await(() -> what, so);
  }

  /** The same, with what is said at the end about how it was then. */
  static void await(Supplier<String> what, BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never was so: " + what.get());
      }
      Thread.sleep(5);
    }
  }
}
