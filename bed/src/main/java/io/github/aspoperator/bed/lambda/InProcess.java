package io.github.aspoperator.bed.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.aspoperator.bed.template.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An instance in this process. Killed, it is given up: its thread may go on, but whatever it calls
 * is cut off.
 */
final class InProcess implements Instance {

  private final String name;
  private final FunctionSpec function;
  private final Map<String, String> environment;
  private final CompletableFuture<Outcome> death = new CompletableFuture<>();
  private @Nullable RequestStreamHandler handler;

  InProcess(String name, FunctionSpec function, Map<String, String> environment) {
    this.name = name;
    this.function = function;
    this.environment = environment;
  }

  @Override
  public String name() {
    return name;
  }

  /** Its handler is made with the first event. */
  @Override
  public void awaitReady() {}

  @Override
  public Outcome invoke(Invocation invocation) throws InterruptedException {
    CompletableFuture<Outcome> own = new CompletableFuture<>();
    Thread thread = Thread.ofVirtual().name(name).start(() -> own.complete(run(invocation)));
    try {
      return (Outcome)
          CompletableFuture.anyOf(own, death)
              .get(invocation.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      return new Outcome.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      if (!own.isDone()) {
        thread.interrupt();
      }
    }
  }

  private Outcome run(Invocation invocation) {
    var in = new ByteArrayInputStream(invocation.event().getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    try {
      RequestStreamHandler ready = handler;
      if (ready == null) {
        ready = HandlerLoader.load(function.handler(), environment);
        handler = ready;
      }
      ready.handleRequest(in, out, new InvocationContext(invocation, function));
      return new Outcome.Answer(out.toString(StandardCharsets.UTF_8));
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      return failed(e);
    }
  }

  private Outcome failed(Throwable e) {
    System.getLogger(InProcess.class.getName())
        .log(System.Logger.Level.DEBUG, () -> function.id() + " failed", e);
    return new Outcome.Failed(e.getClass().getName(), String.valueOf(e.getMessage()));
  }

  @Override
  public void kill() {
    death.complete(new Outcome.Died());
  }

  @Override
  public boolean alive() {
    return !death.isDone();
  }

  @Override
  public long logBytes() {
    return 0;
  }

  @Override
  public Duration processorTime() {
    return Duration.ZERO;
  }
}
