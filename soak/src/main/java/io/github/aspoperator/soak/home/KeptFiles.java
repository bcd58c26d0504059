package io.github.aspoperator.soak.home;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.store.Store;
import io.github.aspoperator.local.store.StoreEvents;
import io.github.aspoperator.session.Commit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The logs in a data folder, read with nobody behind them. */
final class KeptFiles {

  private static final List<String> FILES = List.of("operator.db", "operator.db-wal");
  private static final int MOST_COPIES = 50;

  private static final StoreEvents NOBODY =
      new StoreEvents() {
        @Override
        public void committed(Commit commit) {}

        @Override
        public void jobEnqueued() {}
      };

  private KeptFiles() {}

  /** Where no operator is at work. */
  static Map<SessionId, List<Commit>> in(Path data, Collection<SessionId> sessions) {
    try (Store store = Store.open(data, NOBODY, Duration.ofMinutes(1))) {
      return Kept.of(store.log(), sessions);
    }
  }

  /** Where one is, but writes nothing just now. */
  static Map<SessionId, List<Commit>> copied(
      Path data, Path folder, Collection<SessionId> sessions) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < MOST_COPIES && !copy(data, folder); i++) {
        // something was written meanwhile
      }
      Files.deleteIfExists(folder.resolve("operator.db-shm"));
      return in(folder, sessions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing changed meanwhile. */
  private static boolean copy(Path data, Path folder) throws IOException {
    List<FileTime> before = times(data);
    for (String file : FILES) {
      Files.copy(data.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return before.equals(times(data));
  }

  private static List<FileTime> times(Path data) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (String file : FILES) {
      times.add(Files.getLastModifiedTime(data.resolve(file)));
    }
    return times;
  }
}
