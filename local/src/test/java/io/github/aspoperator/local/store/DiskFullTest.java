package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SQLite itself says that the disk is full, and later that it is not. */
final class DiskFullTest {

  private final Folder folder = Folder.fresh();
  private final Engine engine = Engine.on(folder.path(), moment -> {});
  private final Store store = new Store(engine, new Quiet(), Duration.ofSeconds(60));

  @AfterEach
  void tidy() {
    store.crash();
    folder.delete();
  }

  private void pages(long most) {
    engine.writer.write(db -> db.any("pragma max_page_count = " + most));
  }

  private long pages() {
    return engine.writer.write(
        db -> db.first("pragma page_count", row -> row.getLong(1)).orElseThrow());
  }

  @Test
  void appendsAreUnavailableWhileTheDiskIsFullAndGoOnWhenItIsNot() {
    SessionId session = Sends.session();
    List<Commit> done = new ArrayList<>();
    done.add(Sends.genesis(session));
    assertEquals(new Appended.Done(), store.log().append(done.getFirst()));
    pages(pages() + 40);
    assertThrows(
        Unavailable.class,
        () -> {
          while (done.size() < 1_000) {
            SessionState state = store.log().state(session).orElseThrow();
            Commit commit = Sends.after(state, "z".repeat(600) + state.sequence());
            store.log().append(commit);
            done.add(commit);
          }
        });
    assertTrue(done.size() > 5 && done.size() < 1_000, done.size() + " fitted");
    assertEquals(done, store.log().read(session, -1, Integer.MAX_VALUE));
    pages(1_000_000);
    SessionState state = store.log().state(session).orElseThrow();
    Commit next = Sends.after(state, "there is room again");
    assertEquals(new Appended.Done(), store.log().append(next));
    done.add(next);
    assertEquals(done, store.log().read(session, -1, Integer.MAX_VALUE));
  }

  @Test
  void whatIsWrittenBehindIsKeptWhileTheDiskIsFullAndWrittenWhenItIsNot() throws Exception {
    pages(pages());
    List<SessionId> sessions = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      SessionId session = Sends.session();
      sessions.add(session);
      Head head = new Head(i, 1, 1, MemberBits.NONE, 0);
      assertTrue(store.heads().replace(session, 0, head, Optional.empty()));
    }
    assertThrows(
        Unavailable.class, () -> store.idempotency().claim(Sends.ANN, "key", sessions.getFirst()));
    assertEquals(499, store.heads().read(sessions.get(499)).sequence());
    makeRoom();
    Await.equal(
        true,
        () -> {
          claim(sessions.getFirst());
          return store.idempotency().claimed(Sends.ANN, "key").isPresent();
        });
    store.crash();
    try (Store again = Store.open(folder.path(), new Quiet(), Duration.ofSeconds(60))) {
      for (int i = 0; i < sessions.size(); i++) {
        assertEquals(i, again.heads().read(sessions.get(i)).sequence());
      }
    }
  }

  private void claim(SessionId session) {
    try {
      store.idempotency().claim(Sends.ANN, "key", session);
    } catch (Unavailable e) {
      // not yet
    }
  }

  /** Not in a group, since groups fail. */
  private void makeRoom() throws SQLException {
    Db db = engine.lane.borrow();
    db.any("pragma max_page_count = 1000000");
    engine.lane.giveBack(db);
  }
}
