package io.github.aspoperator.bed.lambda;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Lambda's {@code java25} starts with: a cache of the JDK's, ahead of time, of its own runtime
 * client (Lambda's documentation, "Ahead-of-Time (AOT) and CDS caches"). This one is made here,
 * from a function that does nothing, and so holds no class of any other.
 */
public final class RuntimeCache {

  private RuntimeCache() {}

  /**
   * Makes one.
   *
   * @param options how the processes are started that will have it
   * @return the flags with which they have it, or do not start
   */
  public static List<String> flags(ProcessOptions options)
      throws IOException, InterruptedException {
    Path cache = options.folder().toAbsolutePath().resolve("runtime.aot");
    Files.deleteIfExists(cache);
    RuntimeAlone training = new RuntimeAlone(options.with("-XX:AOTCacheOutput=" + cache));
    training.start();
    if (Files.notExists(cache)) {
      throw new FileNotFoundException(cache + ": see " + training.log());
    }
    return List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
  }
}
