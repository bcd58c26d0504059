package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.SessionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The write-ahead log under a writer that never pauses. */
final class WalTest {

  private static final int APPENDS = 3_000;
  private static final long LARGEST = 2 << 20;

  private final Folder folder = Folder.fresh();

  @AfterEach
  void tidy() {
    folder.delete();
  }

  @Test
  void theLogStartsOverAlthoughTheWriterNeverPauses() throws IOException {
    Path wal = folder.path().resolve("operator.db-wal");
    long largest = 0;
    Tuning tuning = new Tuning(LARGEST / 4, LARGEST, KeyIndex.Pace.USUAL);
    Engine engine = Engine.on(folder.path(), moment -> {}, tuning);
    try (Store store = new Store(engine, new Quiet(), Duration.ofSeconds(60))) {
      SessionId session = Sends.session();
      store.log().append(Sends.genesis(session));
      for (int i = 0; i < APPENDS; i++) {
        SessionState state = store.log().state(session).orElseThrow();
        store.log().append(Sends.after(state, "0123456789".repeat(150) + state.sequence()));
        largest = Math.max(largest, Files.size(wal));
      }
    }
    assertTrue(largest > LARGEST, "the log grew to " + largest);
    assertTrue(largest < 4 * LARGEST, "the log grew to " + largest);
  }
}
