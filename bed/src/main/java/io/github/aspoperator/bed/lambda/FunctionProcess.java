package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * An instance with a process of its own, in which the Runtime Interface Client runs the handler
 * just as on Lambda.
 */
final class FunctionProcess implements Instance {

  private static final System.Logger LOG = System.getLogger(FunctionProcess.class.getName());
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** What Lambda itself starts its runtime with, besides its archive of the runtime's classes. */
  private static final List<String> LAMBDAS =
      List.of(
          "-XX:+UseSerialGC",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED");

  private final String name;
  private final RuntimeApi api;
  private final Process process;
  private final AtomicLong logged = new AtomicLong();
  private volatile boolean killed;

  FunctionProcess(
      String name,
      FunctionSpec function,
      Map<String, String> environment,
      ProcessOptions options,
      Path taskRoot) {
    this.name = name;
    try {
      api = new RuntimeApi();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      process = builder(function, environment, options).directory(taskRoot.toFile()).start();
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("no process for " + name, e);
    }
    Path log = options.folder().resolve(function.id() + ".log");
    Thread.ofVirtual().name(name + "-log").start(() -> copy(log));
  }

  private ProcessBuilder builder(
      FunctionSpec function, Map<String, String> environment, ProcessOptions options) {
    List<String> command = new ArrayList<>();
    command.add(options.java().toString());
    command.add(
        "-Xmx" + function.memoryMegabytes() * 17 / 20 + "m"); // Lambda leaves 15 % to the JVM
    command.addAll(LAMBDAS);
    if (!options.snapStart()) {
      command.add("-XX:TieredStopAtLevel=1"); // java25: only where it starts on demand
    }
    command.add(NativeLibrary.flag());
    command.addAll(options.flags());
    command.add("-cp");
    command.add(classPath(options.code()));
    command.add(CLIENT);
    command.add(function.handler());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("_HANDLER", function.handler());
    builder
        .environment()
        .put("AWS_LAMBDA_INITIALIZATION_TYPE", options.snapStart() ? "snap-start" : "on-demand");
    return builder;
  }

  /** Only of the runtime's own jars, as on Lambda: its client looks for a package's code itself. */
  private static String classPath(Code code) {
    List<Path> all = new ArrayList<>(RuntimeJars.paths());
    if (code instanceof Code.ClassPath(List<Path> entries)) {
      all.addAll(entries);
    }
    return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private void copy(Path log) {
    byte[] buffer = new byte[8192];
    try (InputStream in = process.getInputStream();
        OutputStream out =
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        logged.addAndGet(read);
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a killed process closes its streams as it likes", e);
    } finally {
      api.died();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void awaitReady() throws InterruptedException {
    api.awaitReady();
  }

  @Override
  public Outcome invoke(Invocation invocation) throws InterruptedException {
    CompletableFuture<Outcome> outcome = api.submit(invocation);
    try {
      return outcome.get(invocation.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      return new Outcome.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as one that has nothing to do, and waits until what it does at its end is done. */
  void end(Duration patience) throws InterruptedException {
    process.toHandle().destroy(); // which leaves its output open
    process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void kill() {
    killed = true;
    process.destroyForcibly();
    api.died();
    api.close();
  }

  @Override
  public boolean alive() {
    return !killed && process.isAlive();
  }

  @Override
  public long logBytes() {
    return logged.get();
  }

  @Override
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
