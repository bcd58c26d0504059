package io.github.aspoperator.bed.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What processes of functions are made of. */
public sealed interface Code {

  /** The deployment package that CodeUri names in the template. */
  record OfTemplate() implements Code {}

  /** That deployment package instead: an archive, or a folder with what was in one. */
  record Deployed(Path archive) implements Code {}

  /** That class path, which no function has on Lambda: for handlers that are in no package. */
  record ClassPath(List<Path> entries) implements Code {

    public ClassPath {
      entries = List.copyOf(entries);
    }

    /** The one of this process. */
    public static ClassPath own() {
      return new ClassPath(
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
              .map(Path::of)
              .toList());
    }
  }
}
