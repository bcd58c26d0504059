package io.github.aspoperator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar is all it takes: it is carried to an empty folder, and judges from there. */
final class OneJarIT {

  @TempDir private Path folder;

  @BeforeEach
  void carry() throws IOException {
    Files.copy(Path.of(System.getProperty("conformance.jar")), folder.resolve("conformance.jar"));
  }

  private record Run(int code, String out, String err) {}

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", "conformance.jar"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      int code =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Run(code, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  @Test
  void anAddressThatIsNoOperatorIsToldInOneSentence() throws Exception {
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    page.start();
    try {
      String url = "http://127.0.0.1:" + page.getAddress().getPort();
      Run run = run("--url", url, "--agents", "{}");
      String sentence =
          url
              + " is no ASP operator: GET /sessions/sess_01ARZ3NDEKTSV4RRFFQ69G5FAV without"
              + " credentials is answered with 200 instead of 401.\n";
      assertEquals(new Run(2, "", sentence), run);
    } finally {
      page.stop(0);
    }
  }

  @Test
  void itJudgesAnOperatorWithItsSchemasAndReports() throws Exception {
    try (LocalProcess local = LocalProcess.start("--memory")) {
      Run run =
          run(
              "--url",
              local.url(),
              "--admin-token-file",
              Path.of(local.adminTokenFile()).toAbsolutePath().toString(),
              "--only",
              "ASP-DEL,ASP-RUN",
              "--report",
              "report");
      assertEquals(0, run.code(), run::toString);
      assertEquals("", run.err());
      try (Stream<Path> files = Files.list(folder.resolve("report"))) {
        List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
        assertTrue(names.containsAll(List.of("index.html", "results.json")), names::toString);
        assertTrue(names.stream().anyMatch(name -> name.endsWith(".xml")), names::toString);
      }
    }
  }
}
