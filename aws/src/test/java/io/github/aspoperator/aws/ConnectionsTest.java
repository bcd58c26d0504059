package io.github.aspoperator.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

final class ConnectionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final SdkHttpClient http = Connections.within(PATIENCE, PATIENCE);
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void callsTakeOneConnectionAndEachSaysTheLengthOfItsBody() throws Exception {
    Thread serving = serve(List.of(3));

    call("one");
    call("twice");
    call("");

    serving.join();
    assertEquals(List.of("connection 1", "3 one", "5 twice", "0 "), heard);
  }

  @Test
  void aCallGoesOutOnceMoreWhereTheServerHadClosedTheConnection() throws Exception {
    Thread serving = serve(List.of(1, 1));

    call("one");
    call("two");

    serving.join();
    assertEquals(List.of("connection 1", "3 one", "connection 2", "3 two"), heard);
  }

  /** Takes a connection for each of {@code calls}, and ends it after so many. */
  private Thread serve(List<Integer> calls) {
    return Thread.ofVirtual()
        .start(() -> {
          for (int connection = 1; connection <= calls.size(); connection++) {
            try (Socket socket = server.accept()) {
              heard.add("connection " + connection);
              answer(socket, calls.get(connection - 1));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }

  private void answer(Socket socket, int calls) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    for (int call = 0; call < calls; call++) {
      int length = 0;
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
      }
      char[] body = new char[length];
      for (int read = 0; read < length; ) {
        read += in.read(body, read, length - read);
      }
      heard.add(length + " " + new String(body));
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void call(String body) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    HttpExecuteResponse response =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(
                        SdkHttpRequest.builder()
                            .uri(uri)
                            .method(SdkHttpMethod.POST)
                            .putHeader("Content-Length", Integer.toString(bytes.length))
                            .build())
                    .contentStreamProvider(ContentStreamProvider.fromByteArray(bytes))
                    .build())
            .call();
    assertEquals(200, response.httpResponse().statusCode());
    try (var answer = response.responseBody().orElseThrow()) {
      assertEquals("{}", new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }
}
