package io.github.aspoperator.bed.lambda;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.bed.handlers.Echo;
import io.github.aspoperator.bed.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuntimeCacheTest {

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aProcessHasTheRuntimesClassesFromItAndThoseOfItsFunctionFromTheFunctionsCode()
      throws Exception {
    List<String> cache = RuntimeCache.flags(options(List.of()));
    List<String> flags = Stream.concat(cache.stream(), Stream.of("-Xlog:class+load")).toList();
    FunctionSpec echo =
        new FunctionSpec("Echo", Echo.class.getName(), "", 60, 512, Map.of(), OptionalInt.empty());

    FunctionProcess process = new FunctionProcess("echo", echo, Map.of(), options(flags), folder);
    try {
      Outcome outcome = process.invoke(new Invocation("1", "arn", "{}", PATIENCE));
      assertInstanceOf(Outcome.Answer.class, outcome);
      process.end(PATIENCE);
    } finally {
      process.kill();
    }

    assertTrue(source(CLIENT).startsWith("shared objects file"), () -> source(CLIENT));
    assertTrue(
        source(Echo.class.getName()).startsWith("file:"), () -> source(Echo.class.getName()));
  }

  private ProcessOptions options(List<String> flags) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessOptions(java, folder, Code.ClassPath.own(), flags, folder, false);
  }

  /** Where the process had that class from. */
  private String source(String type) {
    return lines().stream()
        .filter(line -> line.contains(" " + type + " source: "))
        .reduce("", (_, line) -> line.substring(line.indexOf("source: ") + "source: ".length()));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(folder.resolve("Echo.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
