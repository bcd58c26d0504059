package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.JavaCommand;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same with a real process and the signal that nothing can catch. */
final class KilledProcessTest {

  private static final int ROUNDS = 3;
  private static final int LINES = 1_500;

  private final Folder folder = Folder.fresh();

  @AfterEach
  void tidy() {
    folder.delete();
  }

  @Test
  void whatAKilledProcessHadAcknowledgedIsThere() throws IOException, InterruptedException {
    Map<String, Long> acknowledged = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String line : linesOfAKilledWriter()) {
        String[] words = line.split(" ", -1);
        acknowledged.merge(words[0], Long.parseLong(words[1]), Math::max);
      }
      try (Store store = Store.open(folder.path(), new Quiet(), Duration.ofSeconds(60))) {
        acknowledged.forEach((session, last) -> check(store, session, last));
      }
    }
    assertEquals(ROUNDS * Child.WRITERS, acknowledged.size());
  }

  private static void check(Store store, String session, long last) {
    SessionId id = SessionId.parse(session).orElseThrow();
    List<Commit> log = store.log().read(id, -1, Integer.MAX_VALUE);
    for (int i = 0; i < log.size(); i++) {
      assertEquals(i, log.get(i).key(), "a dense log");
    }
    assertTrue(log.getLast().last() >= last, "everything up to what was acknowledged");
  }

  private List<String> linesOfAKilledWriter() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                JavaCommand.of(List.of(), Child.class.getName(), List.of(folder.path().toString())))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (lines.size() == LINES) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertTrue(lines.size() >= LINES, "the writer said how far it came");
    // the last line may have been cut by the kill
    return lines.subList(0, LINES);
  }

  /** Appends without end and says after each: session and sequence. */
  static final class Child {

    static final int WRITERS = 4;

    private Child() {}

    public static void main(String[] arguments) {
      Store store = Store.open(Path.of(arguments[0]), new Quiet(), Duration.ofSeconds(60));
      for (int i = 0; i < WRITERS; i++) {
        Thread.ofPlatform().start(() -> write(store));
      }
    }

    private static void write(Store store) {
      SessionId session = Sends.session();
      Commit commit = Sends.genesis(session);
      while (store.log().append(commit) instanceof Appended.Done) {
        System.out.println(session + " " + commit.last());
        SessionState state = store.log().state(session).orElseThrow();
        commit = Sends.after(state, "a line");
      }
    }
  }
}
