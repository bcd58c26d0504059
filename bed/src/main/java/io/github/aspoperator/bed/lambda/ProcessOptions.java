package io.github.aspoperator.bed.lambda;

import java.nio.file.Path;
import java.util.List;

/**
 * How processes of functions are started.
 *
 * @param java the command
 * @param code the class path that is deployed
 * @param flags of the JVM, before the class path
 * @param logs the folder for what they write, a file for each function
 * @param snapStart whether they go through a checkpoint first, priming included
 */
public record ProcessOptions(
    Path java, List<Path> code, List<String> flags, Path logs, boolean snapStart) {

  public ProcessOptions {
    code = List.copyOf(code);
    flags = List.copyOf(flags);
  }
}
