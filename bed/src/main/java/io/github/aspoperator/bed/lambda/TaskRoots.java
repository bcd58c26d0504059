package io.github.aspoperator.bed.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The folders that functions find themselves in. Lambda unpacks a deployment package, be it a jar
 * or not, to {@code /var/task}; its runtime client takes classes from there and from the jars in
 * {@code lib}, and knows of no archive any more.
 */
final class TaskRoots implements AutoCloseable {

  private final Path folder;
  private final Map<Path, Path> unpacked = new HashMap<>();
  private final List<Path> begun = new ArrayList<>();

  /** {@code folder}: in it packages are unpacked, until this is closed. */
  TaskRoots(Path folder) {
    this.folder = folder;
  }

  /** The folder of a package, which is unpacked when it is first asked for. */
  synchronized Path of(Path archive) {
    Path root = Files.isDirectory(archive) ? archive : unpacked.get(archive);
    return root == null ? unpack(archive) : root;
  }

  private Path unpack(Path archive) {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
      Path root = Files.createTempDirectory(folder, "task-").toAbsolutePath();
      begun.add(root);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
          throw new IOException(entry.getName() + " would lie outside");
        }
        Files.createDirectories(entry.isDirectory() ? file : file.resolveSibling(""));
        if (!entry.isDirectory()) {
          Files.copy(in, file);
        }
      }
      unpacked.put(archive, root);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("no deployment package: " + archive, e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Path root : begun) {
      List<Path> contents;
      try (Stream<Path> files = Files.walk(root)) {
        contents = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : contents) {
        Files.delete(file);
      }
    }
    unpacked.clear();
    begun.clear();
  }
}
