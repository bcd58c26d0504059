package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/** How each function is run. */
public final class Modes implements AutoCloseable {

  private final Predicate<String> inProcess;
  private final ProcessOptions options;
  private final TaskRoots taskRoots;

  /** {@code inProcess}: the ids of functions that run in this process; the others get their own. */
  public Modes(Predicate<String> inProcess, ProcessOptions options) {
    this.inProcess = inProcess;
    this.options = options;
    this.taskRoots = new TaskRoots(options.folder());
  }

  Launcher launcher(FunctionSpec function) {
    return inProcess.test(function.id()) ? InProcess::new : this::process;
  }

  private Instance process(String name, FunctionSpec function, Map<String, String> environment) {
    return new FunctionProcess(name, function, environment, options, taskRoot(function));
  }

  private Path taskRoot(FunctionSpec function) {
    return switch (options.code()) {
      case Code.OfTemplate _ -> taskRoots.of(options.root().resolve(function.code()));
      case Code.Deployed(Path archive) -> taskRoots.of(archive);
      case Code.ClassPath _ -> Path.of("").toAbsolutePath();
    };
  }

  /** Once no process runs any more: what was unpacked for them goes. */
  @Override
  public void close() throws IOException {
    taskRoots.close();
  }
}
