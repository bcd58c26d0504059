package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several commits of one session in one group may and may not do. */
@Timeout(60)
final class GroupTest {

  private static final Executor THREADS = Thread::startVirtualThread;

  private final Folder folder = Folder.fresh();
  private final Disk disk = new Disk();
  private final SessionId session = Sends.session();
  private final Store store =
      new Store(Engine.on(folder.path(), disk), new Quiet(), Duration.ofSeconds(60));

  /** A disk that can be held up, and can fail. */
  private static final class Disk implements Moment.Hook {
    private final Semaphore free = new Semaphore(1);
    private final AtomicInteger groups = new AtomicInteger();
    private volatile boolean failing;

    @Override
    public void at(Moment moment) throws SQLException {
      if (moment == Moment.BEFORE_COMMIT) {
        groups.incrementAndGet();
        free.acquireUninterruptibly();
        free.release();
        if (failing) {
          throw new SQLException("the disk is full");
        }
      }
    }

    void hold() {
      free.acquireUninterruptibly();
    }

    void letGo() {
      free.release();
    }
  }

  @BeforeEach
  void begin() {
    assertEquals(new Appended.Done(), store.log().append(Sends.genesis(session)));
  }

  @AfterEach
  void tidy() {
    disk.failing = false;
    store.close();
    folder.delete();
  }

  private SessionState state() {
    return store.log().state(session).orElseThrow();
  }

  private CompletableFuture<Appended> append(Commit commit) {
    return CompletableFuture.supplyAsync(() -> store.log().append(commit), THREADS);
  }

  /** Appends {@code commit} and waits until it has its place, while the disk is held. */
  private CompletableFuture<Appended> place(Commit commit) throws InterruptedException {
    CompletableFuture<Appended> answer = append(commit);
    Await.until(
        last -> "the log is at " + last, last -> last >= commit.last(), () -> state().sequence());
    return answer;
  }

  private List<Commit> durable() {
    return store.log().read(session, 0, Integer.MAX_VALUE);
  }

  @Test
  void manyCommitsOfOneSessionShareAGroupAndNoneIsReadOrAnsweredBeforeItIsDurable()
      throws InterruptedException {
    disk.hold();
    int before = disk.groups.get();
    List<Commit> commits = new ArrayList<>();
    List<CompletableFuture<Appended>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Commit commit = Sends.after(state(), "line " + i);
      commits.add(commit);
      answers.add(place(commit));
    }
    assertEquals(List.of(), durable());
    assertTrue(answers.stream().noneMatch(CompletableFuture::isDone));
    disk.letGo();
    answers.forEach(answer -> assertEquals(new Appended.Done(), answer.join()));
    assertEquals(commits, durable());
    assertTrue(disk.groups.get() - before <= 3, "twenty appends share few groups");
  }

  @Test
  void theLoserIsToldOfTheWinnerOnlyWhenThatIsDurable() throws InterruptedException {
    disk.hold();
    Commit late = Sends.after(state(), "late");
    Commit winner = Sends.after(state(), "winner");
    CompletableFuture<Appended> won = place(winner);
    CompletableFuture<Appended> lost = append(late);
    Thread.sleep(50);
    assertTrue(!lost.isDone(), "told of what may still fail");
    disk.letGo();
    assertEquals(new Appended.Taken(winner), lost.join());
    assertEquals(new Appended.Done(), won.join());
  }

  @Test
  void nothingIsBuiltOnACommitWhoseKeyMayHaveBeenUsed() throws InterruptedException {
    Commit first = Sends.keyed(state(), "first", "key");
    assertEquals(new Appended.Done(), store.log().append(first));
    disk.hold();
    Commit again = Sends.keyed(state(), "again", "key");
    CompletableFuture<Appended> known = append(again);
    Thread.sleep(50);
    CompletableFuture<Optional<SessionState>> seen =
        CompletableFuture.supplyAsync(() -> store.log().state(session), THREADS);
    Thread.sleep(50);
    disk.letGo();
    assertEquals(new Appended.Known(first), known.join());
    assertEquals(first.last(), seen.join().orElseThrow().sequence());
    assertEquals(List.of(first), durable());
  }

  @Test
  void aKeyUsedByACommitUnderWayIsKnownOnceThatIsDurable() throws InterruptedException {
    disk.hold();
    Commit first = Sends.keyed(state(), "first", "key");
    CompletableFuture<Appended> done = place(first);
    CompletableFuture<Appended> known = append(Sends.keyed(state(), "again", "key"));
    CompletableFuture<Optional<Commit>> found =
        CompletableFuture.supplyAsync(
            () -> store.idempotency().find(session, Sends.ANN, "key"), THREADS);
    Thread.sleep(50);
    assertTrue(!known.isDone() && !found.isDone());
    disk.letGo();
    assertEquals(new Appended.Done(), done.join());
    assertEquals(new Appended.Known(first), known.join());
    assertEquals(Optional.of(first), found.join());
  }

  @Test
  void aFailedGroupTellsAllItsCallersAndLeavesNothingBehind() throws InterruptedException {
    disk.hold();
    CompletableFuture<Appended> one = append(Sends.after(state(), "one"));
    CompletableFuture<Appended> other = append(Sends.genesis(Sends.session()));
    Thread.sleep(50);
    disk.failing = true;
    disk.letGo();
    assertUnavailable(one);
    assertUnavailable(other);
    disk.failing = false;
    assertEquals(List.of(), durable());
    Commit next = Sends.after(state(), "after the trouble");
    assertEquals(1, next.key());
    assertEquals(new Appended.Done(), store.log().append(next));
    assertEquals(List.of(next), durable());
  }

  @Test
  void whatWasDecidedOnLostCommitsIsNeverWritten() throws InterruptedException {
    disk.hold();
    SessionState before = state();
    CompletableFuture<Appended> lost = place(Sends.after(before, "lost"));
    SessionState shown = state();
    assertEquals(before.sequence() + 1, shown.sequence());
    disk.failing = true;
    disk.letGo();
    assertUnavailable(lost);
    disk.failing = false;
    // somebody else could now fill the lost one's place, and this would fit behind it
    assertThrows(Unavailable.class, () -> store.log().append(Sends.after(before, "other")));
    assertThrows(Unavailable.class, () -> store.log().append(Sends.after(shown, "stale")));
    assertEquals(List.of(), durable());
  }

  @Test
  void whatWaitsBehindAFailedGroupFailsWithIt() throws InterruptedException {
    disk.hold();
    CompletableFuture<Appended> one = place(Sends.after(state(), "one"));
    CompletableFuture<Appended> two = place(Sends.after(state(), "two"));
    disk.failing = true;
    disk.letGo();
    assertUnavailable(one);
    assertUnavailable(two);
    disk.failing = false;
    assertEquals(List.of(), durable());
  }

  private static void assertUnavailable(CompletableFuture<Appended> answer) {
    CompletionException failed = assertThrows(CompletionException.class, answer::join);
    assertTrue(failed.getCause() instanceof Unavailable, String.valueOf(failed.getCause()));
  }

  @Test
  void whatAStateCountsInIsConfirmedOnlyOnceItIsDurable() throws InterruptedException {
    disk.hold();
    Commit commit = Sends.after(state(), "one");
    CompletableFuture<Appended> answer = place(commit);
    CompletableFuture<Void> confirmed = confirm(commit.last());
    store.log().confirm(session, commit.last() - 1);
    assertFalse(confirmed.isDone() || answer.isDone());
    disk.letGo();
    confirmed.join();
    assertEquals(List.of(commit), durable());
  }

  @Test
  void whatAStateCountedInAndWasLostIsNotConfirmed() throws InterruptedException {
    disk.hold();
    Commit commit = Sends.after(state(), "one");
    CompletableFuture<Appended> answer = place(commit);
    CompletableFuture<Void> confirmed = confirm(commit.last());
    disk.failing = true;
    disk.letGo();
    assertThrows(CompletionException.class, answer::join);
    assertThrows(CompletionException.class, confirmed::join);
    assertThrows(Unavailable.class, () -> store.log().confirm(session, commit.last()));
  }

  private CompletableFuture<Void> confirm(long sequence) {
    return CompletableFuture.runAsync(() -> store.log().confirm(session, sequence), THREADS);
  }
}
