package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * How processes of functions are started.
 *
 * @param java the command
 * @param root the folder of the template: what CodeUri names lies there
 * @param code the class path, instead of what CodeUri names
 * @param flags of the JVM, before the class path
 * @param logs the folder for what they write, a file for each function
 * @param snapStart whether they go through a checkpoint first, priming included
 */
public record ProcessOptions(
    Path java, Path root, List<Path> code, List<String> flags, Path logs, boolean snapStart) {

  public ProcessOptions {
    code = List.copyOf(code);
    flags = List.copyOf(flags);
  }

  /** The class path of a function. */
  List<Path> code(FunctionSpec function) {
    return code.isEmpty() ? List.of(root.resolve(function.code())) : code;
  }
}
