package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.util.Map;

/** Starts instances of functions. */
@FunctionalInterface
interface Launcher {

  /**
   * Starts one.
   *
   * @param name of the instance
   * @param function what it is one of
   * @param environment all its variables
   */
  Instance launch(String name, FunctionSpec function, Map<String, String> environment);
}
