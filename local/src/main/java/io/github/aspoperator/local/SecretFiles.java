package io.github.aspoperator.local;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tokens in files that only their owner may read (mode 0600), so that a shell can use them without
 * showing them.
 */
final class SecretFiles {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final System.Logger LOG = System.getLogger(SecretFiles.class.getName());

  private final Path directory;

  /** Files below {@code directory}, which is made when it is missing. */
  SecretFiles(Path directory) {
    this.directory = directory;
  }

  /** Deletes {@code directory} and what lies in it, as far as that goes. */
  static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, directory + " stays behind", e);
    }
  }

  /** Where the operator's own token is. */
  Path adminFile() {
    return directory.resolve("admin-token");
  }

  /** Where the token of {@code agent} is, or would be. */
  Path file(Handle agent) {
    return directory.resolve("tokens").resolve(agent.text());
  }

  /** Whose tokens are here, in order. */
  List<Handle> agents() {
    String[] names = directory.resolve("tokens").toFile().list();
    return names == null
        ? List.of()
        : Stream.of(names).sorted().flatMap(name -> Handle.parse(name).stream()).toList();
  }

  /** What {@code file} holds, if it is there. */
  Optional<Token> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(new Token(Files.readString(file, StandardCharsets.UTF_8).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Puts {@code token} into {@code file}, whole or not at all. */
  void write(Path file, Token token) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null && !Files.isDirectory(parent)) {
        Files.createDirectories(parent, OWNER_ONLY_DIRECTORY);
      }
      Files.deleteIfExists(part);
      Files.createFile(part, OWNER_ONLY);
      Files.writeString(
          part, token.secret() + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
