package io.github.aspoperator.soak.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets processes write to a device only so often in a second, by a control group of theirs. */
final class Throttle implements AutoCloseable {

  private static final Path GROUPS = Path.of("/sys/fs/cgroup/blkio");
  private static final String LIMIT = "blkio.throttle.write_iops_device";

  private final Path group;
  private final String number;
  private final boolean works;

  private Throttle(Path group, String number, boolean works) {
    this.group = group;
    this.number = number;
    this.works = works;
  }

  /** For that device; one that does nothing where the system has no such groups. */
  static Throttle of(String device) {
    Path group = GROUPS.resolve("asp-soak-" + ProcessHandle.current().pid());
    try {
      String number = Commands.run("lsblk", "--noheadings", "--output", "MAJ:MIN", device).strip();
      if (!Files.exists(GROUPS.resolve(LIMIT))) {
        return new Throttle(group, number, false);
      }
      Files.createDirectory(group);
      return new Throttle(group, number, true);
    } catch (IOException e) {
      return new Throttle(group, "", false);
    }
  }

  /** Whether it can slow anything. */
  boolean works() {
    return works;
  }

  /** From now on it counts for that process. */
  void join(long pid) throws IOException {
    if (works) {
      Files.writeString(group.resolve("cgroup.procs"), String.valueOf(pid));
    }
  }

  /** So many writes a second; 0 for any number. */
  void limit(int writes) throws IOException {
    if (works) {
      Files.writeString(group.resolve(LIMIT), number + " " + writes);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(group);
    } catch (IOException e) {
      // whoever is left in it holds it
    }
  }
}
