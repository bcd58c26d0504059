package io.github.aspoperator.local;

import io.github.aspoperator.wire.request.Seed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is done once for each build, so that every start is fast: SQLite's native library is laid
 * out as a file; and a short run starts the operator, talks to it and stops, and what the JDK loads
 * and links meanwhile goes into its cache.
 */
final class Rehearsal {

  private Rehearsal() {}

  /** Rehearses; the native library goes into {@code library}. */
  static void run(Path library) throws Exception {
    NativeLibrary.layOut(library);
    Path directory = Files.createTempDirectory("asp-rehearsal-");
    Options options = Options.of(parsed(directory));
    try (LocalOperator operator = LocalOperator.start(options, directory)) {
      Seeding seeding = operator.seeding(directory);
      seeding.admin();
      Seeding.Outcome outcome = seeding.seed(Seeding.defaults());
      operator.listen();
      System.out.print(StartScreen.text(Main.VERSION, operator.url(), directory, true, outcome));
      talk(operator, new SecretFiles(directory), outcome.created().getFirst());
    }
    SecretFiles.delete(directory);
  }

  private static picocli.CommandLine parsed(Path directory) {
    picocli.CommandLine line = Options.commandLine();
    line.parseArgs("--port", "0", "--data", directory.toString());
    return line;
  }

  private static void talk(LocalOperator operator, SecretFiles files, Seed seed) throws Exception {
    String bearer =
        "Bearer " + files.read(files.file(seed.agent().handle())).orElseThrow().secret();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI connect = URI.create(operator.url().replaceFirst("^http", "ws") + "/connect");
      var socket =
          client
              .newWebSocketBuilder()
              .header("Authorization", bearer)
              .buildAsync(connect, new java.net.http.WebSocket.Listener() {})
              .join();
      String id =
          post(client, operator, bearer, "/sessions", "{\"topic\":\"t\"}").split("\"", -1)[3];
      for (int i = 0; i < 50; i++) {
        post(client, operator, bearer, "/sessions/" + id + "/messages", "{\"content\":\"c\"}");
      }
      socket.sendClose(1000, "").join();
    }
  }

  private static String post(
      HttpClient client, LocalOperator operator, String bearer, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(operator.url() + path))
            .header("Authorization", bearer)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
