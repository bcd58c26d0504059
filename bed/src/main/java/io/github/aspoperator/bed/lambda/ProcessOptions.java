package io.github.aspoperator.bed.lambda;

import java.nio.file.Path;
import java.util.List;

/**
 * How processes of functions are started.
 *
 * @param java the command
 * @param root the folder of the template: what CodeUri names lies there
 * @param code what they are made of
 * @param flags of the JVM, before the class path
 * @param folder for what they write, a file for each function, and for their unpacked code
 * @param snapStart whether they go through a checkpoint first, priming included
 */
public record ProcessOptions(
    Path java, Path root, Code code, List<String> flags, Path folder, boolean snapStart) {

  public ProcessOptions {
    flags = List.copyOf(flags);
  }
}
