package io.github.aspoperator.soak.home;

import io.github.aspoperator.soak.client.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code local.jar} as a process: killed, frozen and started again at one port, on one folder. */
final class OperatorProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final long POLL_MILLIS = 20;

  private final List<String> command = new ArrayList<>();
  private final Path log;
  private final Throttle throttle;
  private final URI url;
  private final Call health;
  private Process process;
  private long goneSince;
  private long longestOutage;

  OperatorProcess(Path jar, Path data, Path work, List<String> options, Throttle throttle)
      throws InterruptedException {
    this.throttle = throttle;
    int port = freePort();
    url = URI.create("http://127.0.0.1:" + port);
    health = new Call(url);
    log = work.resolve("operator.log");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=256m",
            "--enable-native-access=ALL-UNNAMED",
            // a killed process leaves SQLite's library where it unpacked it
            "-Dorg.sqlite.tmpdir=" + work));
    command.addAll(List.of("-jar", jar.toString(), "--port", String.valueOf(port)));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(options);
    goneSince = System.currentTimeMillis();
    process = launch();
    awaitHealth();
    longestOutage = 0;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    try {
      Process next =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      throttle.join(next.pid());
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitHealth() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (health.once("", "GET", "/healthz", "").filter(a -> a.status() == 200).isEmpty()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the operator ended by itself: " + lastSaid());
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the operator does not answer: " + lastSaid());
      }
      Thread.sleep(POLL_MILLIS);
    }
    longestOutage = Math.max(longestOutage, System.currentTimeMillis() - goneSince);
  }

  private String lastSaid() {
    try {
      String all = Files.readString(log);
      return all.substring(Math.max(0, all.length() - 1_500));
    } catch (IOException e) {
      return e.toString();
    }
  }

  URI url() {
    return url;
  }

  long pid() {
    return process.pid();
  }

  /** {@code kill -9}; it is gone when this returns. */
  void kill() throws InterruptedException {
    goneSince = System.currentTimeMillis();
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM; the same. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the operator does not end: " + lastSaid());
    }
  }

  /** Starts it again; it answers when this returns. */
  void start() throws InterruptedException {
    process = launch();
    awaitHealth();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** STOP or CONT. */
  void signal(String name) {
    try {
      Commands.run("kill", "-" + name, String.valueOf(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without answering, in milliseconds. */
  long longestOutage() {
    return longestOutage;
  }

  /** It answered nothing for so long, though it was there. */
  void stoodStill(long millis) {
    longestOutage = Math.max(longestOutage, millis);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    health.close();
  }
}
