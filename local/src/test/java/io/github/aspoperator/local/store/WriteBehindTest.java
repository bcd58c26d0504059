package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that nobody waits for. */
final class WriteBehindTest {

  private final Folder folder = Folder.fresh();
  private final AtomicInteger groups = new AtomicInteger();
  private Store store = open();

  private Store open() {
    Moment.Hook count =
        moment -> {
          if (moment == Moment.AFTER_COMMIT) {
            groups.incrementAndGet();
          }
        };
    return new Store(Engine.on(folder.path(), count), new Quiet(), Duration.ofSeconds(60));
  }

  @AfterEach
  void tidy() {
    store.close();
    folder.delete();
  }

  private void move(SessionId session, long sequence) {
    Head head = store.heads().read(session);
    Head next = new Head(sequence, 1, head.version() + 1, MemberBits.NONE, 0);
    assertTrue(store.heads().replace(session, head.version(), next, Optional.empty()));
    assertEquals(next, store.heads().read(session), "seen at once");
  }

  private void awaitGroups(int count) throws InterruptedException {
    for (int waits = 0; groups.get() < count && waits < 500; waits++) {
      Thread.sleep(10);
    }
  }

  @Test
  void aRowIsInTheDatabaseAMomentLaterAlsoWhenNothingElseIsWritten() throws InterruptedException {
    SessionId session = Sends.session();
    move(session, 7);
    awaitGroups(1);
    store.crash();
    store = open();
    assertEquals(7, store.heads().read(session).sequence());
  }

  @Test
  void aRowThatChangesOftenIsWrittenAFewTimesAndLastOfAllAsItIs() throws InterruptedException {
    SessionId session = Sends.session();
    long start = System.nanoTime();
    for (int i = 1; i <= 20_000; i++) {
      move(session, i);
    }
    long cuts = (System.nanoTime() - start) / Behind.LATEST_NANOS + 2;
    awaitGroups(1);
    assertTrue(groups.get() <= cuts, groups + " groups");
    store.close();
    store = open();
    assertEquals(20_000, store.heads().read(session).sequence());
  }

  @Test
  void aCrashLosesTheLastRowsAndNoneBeforeThem() {
    List<SessionId> sessions = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      SessionId session = Sends.session();
      sessions.add(session);
      move(session, 1);
      if (i % 500 == 499) {
        store.log().append(Sends.genesis(Sends.session()));
      }
    }
    store.crash();
    store = open();
    boolean lost = false;
    for (SessionId session : sessions) {
      boolean there = store.heads().read(session).sequence() == 1;
      assertTrue(!(there && lost), "a later row is there and an earlier one is not");
      lost = !there;
    }
  }
}
