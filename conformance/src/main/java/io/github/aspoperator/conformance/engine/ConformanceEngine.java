package io.github.aspoperator.conformance.engine;

import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.report.Result;
import io.github.aspoperator.conformance.subject.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The checks on the JUnit platform: many at once, since most of their time is waiting; those of the
 * whole run behind all others.
 */
public final class ConformanceEngine implements TestEngine {

  private final List<Found> checks;
  private final Runner runner;
  private final int atOnce;
  private final List<Result> results = new ArrayList<>();

  public ConformanceEngine(Target target, List<Found> checks, int atOnce) {
    this.runner = new Runner(target);
    this.checks = List.copyOf(checks);
    this.atOnce = atOnce;
  }

  /** What came of it so far. */
  public List<Result> results() {
    synchronized (results) {
      return List.copyOf(results);
    }
  }

  @Override
  public String getId() {
    return "asp-conformance";
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor root = new EngineDescriptor(id, "ASP conformance");
    checks.forEach(
        found -> root.addChild(new CheckDescriptor(id.append("check", found.id()), found)));
    return root;
  }

  @Override
  public void execute(ExecutionRequest request) {
    EngineExecutionListener listener = request.getEngineExecutionListener();
    TestDescriptor root = request.getRootTestDescriptor();
    listener.executionStarted(root);
    List<CheckDescriptor> first = new ArrayList<>();
    List<CheckDescriptor> last = new ArrayList<>();
    for (TestDescriptor child : root.getChildren()) {
      if (child instanceof CheckDescriptor descriptor) {
        (Runner.isOfTheWholeRun(descriptor.found()) ? last : first).add(descriptor);
      }
    }
    run(first, listener);
    run(last, listener);
    listener.executionFinished(root, TestExecutionResult.successful());
  }

  private void run(List<CheckDescriptor> part, EngineExecutionListener listener) {
    Semaphore free = new Semaphore(atOnce);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (CheckDescriptor descriptor : part) {
        all.add(
            threads.submit(() -> {
              free.acquire();
              try {
                run(descriptor, listener);
              } finally {
                free.release();
              }
              return descriptor;
            }));
      }
      for (Future<?> one : all) {
        var _ = one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(CheckDescriptor descriptor, EngineExecutionListener listener)
      throws InterruptedException {
    Result result = runner.run(descriptor.found());
    synchronized (results) {
      results.add(result);
      switch (result.outcome()) {
        case NOT_JUDGED -> listener.executionSkipped(descriptor, result.message());
        case PASSED -> {
          listener.executionStarted(descriptor);
          listener.executionFinished(descriptor, TestExecutionResult.successful());
        }
        case FAILED -> {
          listener.executionStarted(descriptor);
          listener.executionFinished(
              descriptor, TestExecutionResult.failed(new AssertionError(result.story())));
        }
      }
    }
  }

  private static final class CheckDescriptor extends AbstractTestDescriptor {

    private final Found found;

    CheckDescriptor(UniqueId id, Found found) {
      super(id, found.id() + " " + found.sentence(), MethodSource.from(found.method()));
      this.found = found;
    }

    Found found() {
      return found;
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}
