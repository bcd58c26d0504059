package io.github.aspoperator.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that are easily made, each as a patch on the operator's own source: planted in a copy of
 * it, each is found within a bounded number of schedules. {@code -Dmistakes.seeds=} is that bound
 * for those that take longer than a build may; they are left out unless it is given.
 */
final class MistakesTest {

  private static final Path ROOT = Path.of("..");
  private static final Path MISTAKES = Path.of("src/test/mistakes");

  /** Found by then, or a build does not look for them. */
  private static final long QUICK = 8_000;

  @TempDir private Path scratch;

  static List<String> mistakes() throws IOException {
    boolean all = Long.getLong("mistakes.seeds") != null;
    List<Path> folders = all ? List.of(MISTAKES, MISTAKES.resolve("rare")) : List.of(MISTAKES);
    List<String> names = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".patch"))
            .map(file -> MISTAKES.relativize(file).toString().replace(".patch", ""))
            .sorted()
            .forEach(names::add);
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isFound(String mistake) throws Exception {
    LogManager.getLogManager().reset();
    long bound = Long.getLong("mistakes.seeds", QUICK);
    Path classes = compiled(planted(MISTAKES.resolve(mistake + ".patch")));
    try (URLClassLoader loader = loader(classes)) {
      OptionalLong found =
          (OptionalLong)
              loader
                  .loadClass(Campaign.class.getName())
                  .getMethod("firstBad", long.class, long.class, int.class)
                  .invoke(null, 1L, bound, 12);
      assertTrue(found.isPresent(), mistake + " is not found in " + bound + " schedules");
      System.out.println(mistake + ": found by seed " + found.getAsLong());
    }
  }

  @Test
  void nothingIsFoundWhereNoMistakeIs() throws InterruptedException {
    LogManager.getLogManager().reset();
    assertEquals(OptionalLong.empty(), Campaign.firstBad(1, QUICK, 12));
  }

  /** The sources that the patch changes, changed, in a copy. */
  private List<Path> planted(Path patch) throws IOException, PatchFailedException {
    List<Path> sources = new ArrayList<>();
    List<String> lines = Files.readAllLines(patch);
    int from = 0;
    while (from < lines.size()) {
      int to = from + 2;
      while (to < lines.size() && !lines.get(to).startsWith("--- ")) {
        to++;
      }
      String name = lines.get(from + 1).replaceFirst("^\\+\\+\\+ b/", "").strip();
      List<String> source = Files.readAllLines(ROOT.resolve(name));
      Path copy = scratch.resolve("sources").resolve(name);
      Files.createDirectories(copy.getParent());
      Files.write(copy, UnifiedDiffUtils.parseUnifiedDiff(lines.subList(from, to)).applyTo(source));
      sources.add(copy);
      from = to;
    }
    return sources;
  }

  private Path compiled(List<Path> sources) throws IOException {
    Path classes = Files.createDirectories(scratch.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-classpath", classpath());
      boolean done =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(done, "it compiles");
    }
    return classes;
  }

  private static String classpath() {
    return System.getProperty("java.class.path");
  }

  /** The planted classes, before everything else that the tests run with. */
  private static URLClassLoader loader(Path classes) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (String part : Arrays.asList(classpath().split(File.pathSeparator))) {
      urls.add(Path.of(part).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
