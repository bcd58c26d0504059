package io.github.aspoperator.soak.home;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in a file: one that can be filled, and whose device can be slowed. */
final class Disk implements AutoCloseable {

  private static final long BYTES = 2L << 30;
  private static final long SMALLEST = 1 << 20;
  private static final String FILLER = "filler";

  private final Path image;
  private final Path root;
  private final String device;
  private final Throttle throttle;
  private boolean closed;

  private Disk(Path image, Path root, String device, Throttle throttle) {
    this.image = image;
    this.root = root;
    this.device = device;
    this.throttle = throttle;
  }

  /**
   * Makes one below {@code folder}; throws where the system has no loop devices, or lets only
   * others use them.
   */
  static Disk in(Path folder) throws IOException {
    Path image = folder.resolve("disk.image");
    Path root = Files.createDirectories(folder.resolve("disk"));
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    Commands.run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
    String device = Commands.run("losetup", "--find", "--show", image.toString());
    try {
      Commands.run("mount", device, root.toString());
    } catch (IOException e) {
      Commands.run("losetup", "--detach", device);
      throw e;
    }
    return new Disk(image, root, device, Throttle.of(device));
  }

  /** Where it is mounted. */
  Path root() {
    return root;
  }

  /** What slows it. */
  Throttle throttle() {
    return throttle;
  }

  /** Takes all space that is left: in as large pieces as can be had, which takes no time. */
  void fill() throws IOException {
    Path filler = Files.createDirectories(root.resolve(FILLER));
    long piece = Files.getFileStore(root).getUnallocatedSpace();
    for (int i = 0; piece >= SMALLEST; i++) {
      try {
        Commands.run("fallocate", "--length", "" + piece, filler.resolve("piece-" + i).toString());
      } catch (IOException tooLarge) {
        piece /= 2;
      }
    }
    byte[] block = new byte[4096];
    try (OutputStream rest = Files.newOutputStream(filler.resolve("rest"))) {
      while (true) {
        rest.write(block);
      }
    } catch (IOException full) {
      // as it is meant
    }
  }

  /** Gives it back. */
  void free() {
    Folders.delete(root.resolve(FILLER));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    throttle.close();
    try {
      Commands.run("umount", root.toString());
      Commands.run("losetup", "--detach", device);
      Files.deleteIfExists(image);
      Files.deleteIfExists(root);
    } catch (IOException e) {
      throw new UncheckedIOException("the disk at " + root + " stays", e);
    }
  }
}
