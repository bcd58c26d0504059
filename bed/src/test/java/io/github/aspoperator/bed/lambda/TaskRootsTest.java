package io.github.aspoperator.bed.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployment packages as functions find them. */
final class TaskRootsTest {

  @TempDir Path given;
  @TempDir Path folder;
  private TaskRoots taskRoots;

  @BeforeEach
  void make() {
    taskRoots = new TaskRoots(folder);
  }

  private Path archive(String... names) throws IOException {
    Path archive = given.resolve("functions.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive;
  }

  private static List<Path> in(Path path) throws IOException {
    try (Stream<Path> list = Files.list(path)) {
      return list.toList();
    }
  }

  @Test
  void anArchiveIsUnpackedOnce() throws IOException {
    Path archive = archive("lib/", "lib/a.jar", "io/B.class");

    Path root = taskRoots.of(archive);

    assertEquals("lib/a.jar", Files.readString(root.resolve("lib/a.jar")));
    assertEquals("io/B.class", Files.readString(root.resolve("io/B.class")));
    assertEquals(root, taskRoots.of(archive));
    assertEquals(1, in(folder).size());
  }

  @Test
  void whatWasUnpackedGoesInTheEnd() throws IOException {
    taskRoots.of(archive("io/B.class"));

    taskRoots.close();

    assertEquals(List.of(), in(folder));
  }

  @Test
  void aFolderIsTakenAsItIsAndStays() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("mine"));

    assertEquals(inside, taskRoots.of(inside));
    taskRoots.close();

    assertEquals(List.of(inside), in(folder));
  }

  @Test
  void nothingIsUnpackedBesideItsFolder() throws IOException {
    Path archive = archive("../outside");

    assertThrows(UncheckedIOException.class, () -> taskRoots.of(archive));

    assertEquals(0, in(folder).stream().filter(path -> path.endsWith("outside")).count());
    taskRoots.close();
    assertEquals(List.of(), in(folder));
  }

  @Test
  void whatIsNoArchiveIsNamed() {
    Path nothing = given.resolve("nothing.jar");

    UncheckedIOException refused =
        assertThrows(UncheckedIOException.class, () -> taskRoots.of(nothing));

    assertEquals("no deployment package: " + nothing, refused.getMessage());
  }
}
