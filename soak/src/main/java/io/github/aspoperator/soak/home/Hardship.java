package io.github.aspoperator.soak.home;

import io.github.aspoperator.soak.fault.Fault;
import io.github.aspoperator.soak.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done to the disk of an operator here: its space, and its speed. */
final class Hardship implements AutoCloseable {

  /** Writes a second on a slow disk: a commit of the log needs several. */
  private static final int SLOW_WRITES = 30;

  /** What is written over again needs no space: so long it may take to be refused. */
  private static final long NOTICED_MILLIS = 15_000;

  private static final long POLL_MILLIS = 50;
  private static final double SECOND = 1_000;

  private final Faults faults;
  private final Meter meter;
  private final Path folder;
  private final @Nullable Disk disk;

  Hardship(Path folder, Faults faults, Meter meter) {
    this.folder = folder;
    this.faults = faults;
    this.meter = meter;
    this.disk = disk(folder);
  }

  private @Nullable Disk disk(Path at) {
    try {
      Disk made = Disk.in(at);
      if (!made.throttle().works()) {
        faults.never(Fault.SLOW_DISK, "there is no control group for block devices here");
      }
      return made;
    } catch (IOException e) {
      String why = "no disk of its own can be made here: " + e.getMessage();
      faults.never(Fault.FULL_DISK, why);
      faults.never(Fault.SLOW_DISK, why);
      return null;
    }
  }

  /** Where data lies. */
  Path root() {
    return disk == null ? folder : disk.root();
  }

  /** What whoever writes there must be in. */
  Throttle throttle() {
    return disk == null ? Throttle.of("") : disk.throttle();
  }

  /** What can be done. */
  List<Fault> faults() {
    List<Fault> all = new ArrayList<>();
    if (disk != null) {
      all.add(Fault.FULL_DISK);
      if (disk.throttle().works()) {
        all.add(Fault.SLOW_DISK);
      }
    }
    return all;
  }

  /** No space until writes are refused, and for so long then. */
  void full(long millis) throws InterruptedException {
    Disk there = there();
    long before = meter.refused();
    try {
      there.fill();
      long end = System.currentTimeMillis() + NOTICED_MILLIS;
      while (meter.refused() == before && System.currentTimeMillis() < end) {
        Thread.sleep(POLL_MILLIS);
      }
      if (meter.refused() > before) {
        faults.struck(Fault.FULL_DISK);
        Thread.sleep(millis);
        faults.note(Fault.FULL_DISK, "the last time " + (meter.refused() - before) + " were 503");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      there.free();
    }
  }

  /** Slow for so long. */
  void slow(long millis) throws InterruptedException {
    double before = rate(1_000);
    try {
      there().throttle().limit(SLOW_WRITES);
      double meanwhile = rate(millis);
      if (meanwhile < before / 2) {
        faults.struck(Fault.SLOW_DISK);
        faults.note(
            Fault.SLOW_DISK,
            String.format(
                Locale.ROOT, "the last time %.0f messages/s instead of %.0f", meanwhile, before));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      end();
    }
  }

  /** Messages acknowledged in a second, over so long. */
  private double rate(long millis) throws InterruptedException {
    long before = meter.acknowledged();
    Thread.sleep(millis);
    return (meter.acknowledged() - before) * SECOND / millis;
  }

  private Disk there() {
    if (disk == null) {
      throw new IllegalStateException("there is no disk of its own");
    }
    return disk;
  }

  /** All is as it should be. */
  void end() {
    if (disk != null) {
      disk.free();
      try {
        disk.throttle().limit(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    if (disk != null) {
      disk.close();
    }
  }
}
