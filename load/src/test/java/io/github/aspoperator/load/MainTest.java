package io.github.aspoperator.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.load.standin.Fault;
import io.github.aspoperator.load.standin.StandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
  private static final String ALL_ZERO =
      "\"errors\":0,\"lost\":0,\"repeated\":0,\"out_of_order\":0,\"ineligible\":0";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anOperatorThatDeliversGetsZeroCountsAndExitCodeZero() throws IOException {
    assertEquals(0, run(List.of(), "--sessions", "3", "--senders", "8", "--json"), this::said);
    String number = "[0-9.]+";
    String percentiles = "\\{\"p50\":N,\"p95\":N,\"p99\":N}".replace("N", number);
    String expected =
        "\\{\"accepted_per_s\":N,\"first_s\":N,\"last_s\":N,\"e2e_ms\":P,\"http_ms\":P,Z,\"client_cpu_us\":N}\\s*"
            .replace("P", percentiles)
            .replace("N", number)
            .replace("Z", ALL_ZERO);
    assertTrue(out.toString().matches(expected), this::said);
    assertEquals("", err.toString());
  }

  @Test
  void anOperatorThatAsksForPatienceGetsIt() throws IOException {
    assertEquals(0, run(List.of(Fault.BUSY), "--sessions", "1"), this::said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "body"})
  void chunkedAnswersAndClosedConnectionsAreNoErrors(String keys) throws IOException {
    Fault manner = keys.equals("body") ? Fault.CHUNKS : Fault.HANG_UP;
    assertEquals(0, run(List.of(manner), "--sessions", "1", "--keys", keys), this::said);
    assertTrue(out.toString().contains("errors 0, lost 0,"), this::said);
  }

  @Test
  void everyPlantedFaultIsCountedAndTheExitCodeIsOne() throws IOException {
    List<Fault> planted =
        List.of(Fault.LOSE, Fault.REPEAT, Fault.SWAP, Fault.STRAY, Fault.RENAME, Fault.REFUSE);
    assertEquals(1, run(planted, "--sessions", "2", "--json"), this::said);
    String counts = "\"errors\":1,\"lost\":3,\"repeated\":1,\"out_of_order\":1,\"ineligible\":1";
    assertTrue(out.toString().contains(counts), this::said);
    assertTrue(err.toString().contains("1 x a message was answered with HTTP 500"), this::said);
  }

  @Test
  void aDroppedWebSocketIsAnErrorAndWhatItMissedIsLost() throws IOException {
    assertEquals(1, run(List.of(Fault.DROP), "--sessions", "1"), this::said);
    assertTrue(out.toString().contains("errors 1, lost "), this::said);
    assertTrue(err.toString().contains("a WebSocket connection was dropped"), this::said);
  }

  @Test
  void anOperatorThatDiesUnderwayIsJudgedByWhatItDid() throws IOException {
    assertEquals(1, run(List.of(Fault.DIE), "--sessions", "1"), this::said);
    assertTrue(out.toString().contains("accepted     "), this::said);
    assertTrue(err.toString().contains("1 x ending a session was not answered"), this::said);
  }

  @Test
  void whoComesBackGetsWhatWasMissedOnce() throws IOException {
    assertEquals(0, run(List.of(), "--reconnect", "7", "--missed", "5", "--json"), this::said);
    assertTrue(
        out.toString().startsWith("{\"sessions\":7,\"missed\":35,\"handshake_ms\":"), this::said);
    assertTrue(out.toString().contains("\"resent\":0," + ALL_ZERO), this::said);
  }

  @Test
  void whatIsSentAgainAfterACleanCloseIsCounted() throws IOException {
    assertEquals(1, run(List.of(Fault.RESEND), "--reconnect", "7", "--missed", "5"), this::said);
    assertTrue(out.toString().contains("resent       7 events"), this::said);
    assertTrue(out.toString().contains("lost 0, repeated 14, out of order 0"), this::said);
  }

  @Test
  void nobodyThereMeansThatItCouldNotRun() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = String.format(Locale.ROOT, "http://127.0.0.1:%d", port);
    assertEquals(2, execute("--url", url, "--admin-token", "x"));
    assertEquals(url + " does not answer: no connection.", err.toString().strip());
  }

  @Test
  void aWrongAdminTokenMeansThatItCouldNotRun() throws IOException {
    try (StandIn standIn = new StandIn()) {
      assertEquals(2, execute("--url", standIn.url(), "--admin-token", "wrong"));
    }
    assertEquals("The admin token was refused (HTTP 401).", err.toString().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", StandIn.UNHEARD_TOKEN})
  void aWrongTokenInAFileMeansThatItCouldNotRun(String other, @TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("agents"),
            "{\"@a.b\":\"%s\",\"@a.c\":\"wrong\"}".formatted(other),
            UTF_8);
    try (StandIn standIn = new StandIn()) {
      assertEquals(2, execute("--url", standIn.url(), "--agents", file.toString()));
    }
    assertTrue(err.toString().contains("refused with HTTP 401"), this::said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--sessions=0",
        "--message-bytes=33",
        "--no-such-option",
        "--keys=cookie",
        "--url=ftp://x"
      })
  void aWrongCommandLineIsOneSentence(String option) {
    List<String> arguments = new ArrayList<>(option.isEmpty() ? List.of() : List.of(option));
    assertEquals(2, execute(arguments.toArray(String[]::new)));
    assertEquals(1, err.toString().lines().count(), this::said);
  }

  @Test
  void helpNamesTheExitCodes() {
    assertEquals(0, execute("--help"));
    assertTrue(out.toString().contains("Exit codes:"), this::said);
  }

  private int run(List<Fault> faults, String... arguments) throws IOException {
    try (StandIn standIn = new StandIn(faults.toArray(Fault[]::new))) {
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--url", standIn.url(), "--admin-token", StandIn.ADMIN_TOKEN));
      all.addAll(
          List.of(
              "--seconds",
              "1",
              "--warmup",
              "0",
              "--settle",
              faults.isEmpty() ? "30" : "1",
              "--pause",
              "0"));
      return execute(all.toArray(String[]::new));
    }
  }

  private int execute(String... arguments) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String said() {
    return out + "\n" + err;
  }
}
