package io.github.aspoperator.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library as a file of its own. Left inside its jar it is unpacked into the
 * temporary directory at every start, and stays there after a kill.
 */
final class NativeLibrary {

  private NativeLibrary() {}

  /** Puts the library of this machine into {@code directory}. */
  static void layOut(Path directory) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("SQLite has no library for this machine at " + resource);
      }
      Files.createDirectories(directory);
      Files.copy(library, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
