package io.github.aspoperator.bed.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  /** With that flag of the JVM besides. */
  ProcessOptions with(String flag) {
    List<String> more = Stream.concat(flags.stream(), Stream.of(flag)).toList();
    return new ProcessOptions(java, root, code, more, folder, snapStart);
  }
}
