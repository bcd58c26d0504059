package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.util.function.Predicate;

/** How each function is run. */
public final class Modes {

  private final Predicate<String> inProcess;
  private final Launcher here;
  private final Launcher processes;

  /** {@code inProcess}: the ids of functions that run in this process; the others get their own. */
  public Modes(Predicate<String> inProcess, ProcessOptions options) {
    this.inProcess = inProcess;
    this.here = InProcess::new;
    this.processes =
        (name, function, environment) -> new FunctionProcess(name, function, environment, options);
  }

  Launcher launcher(FunctionSpec function) {
    return inProcess.test(function.id()) ? here : processes;
  }
}
