package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process dies at any group, before or after it is durable: nothing acknowledged is lost. */
final class CrashTest {

  private static final int ROUNDS = 25;
  private static final int SESSIONS = 6;
  private static final int WRITERS = 3;

  private final Folder folder = Folder.fresh();
  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Map<SessionId, List<Commit>> acknowledged = new ConcurrentHashMap<>();

  @AfterEach
  void tidy() {
    folder.delete();
  }

  @Test
  void whateverWasAcknowledgedIsThereInItsOrderAfterEveryCrash() {
    List<SessionId> sessions = Stream.generate(Sends::session).limit(SESSIONS).toList();
    sessions.forEach(session -> acknowledged.put(session, new ArrayList<>()));
    for (int round = 0; round < ROUNDS; round++) {
      Store store = open(dyingIn(1 + random.nextInt(40), random.nextBoolean()));
      sessions.forEach(session -> check(store, session));
      writeUntilDead(store, sessions);
      store.crash();
    }
    try (Store store = open(moment -> {})) {
      sessions.forEach(session -> check(store, session));
      int all = acknowledged.values().stream().mapToInt(List::size).sum();
      assertTrue(all > ROUNDS * SESSIONS, all + " acknowledged, seed " + seed);
    }
  }

  private Store open(Moment.Hook hook) {
    return new Store(Engine.on(folder.path(), hook), new Quiet(), Duration.ofSeconds(60));
  }

  private static Moment.Hook dyingIn(int groups, boolean durable) {
    AtomicInteger left = new AtomicInteger(groups);
    Moment last = durable ? Moment.AFTER_COMMIT : Moment.BEFORE_COMMIT;
    return moment -> {
      if (moment == last && left.decrementAndGet() == 0) {
        throw new Moment.Death();
      }
    };
  }

  private void writeUntilDead(Store store, List<SessionId> sessions) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SessionId session : sessions) {
        for (int i = 0; i < WRITERS; i++) {
          threads.execute(() -> write(store, session));
        }
      }
    }
  }

  private void write(Store store, SessionId session) {
    try {
      while (true) {
        Commit commit =
            store
                .log()
                .state(session)
                .map(state -> Sends.after(state, "a line"))
                .orElseGet(() -> Sends.genesis(session));
        if (store.log().append(commit) instanceof Appended.Done) {
          List<Commit> mine = acknowledged.getOrDefault(session, new ArrayList<>());
          synchronized (mine) {
            mine.add(commit);
          }
          moveHead(store, commit);
        }
      }
    } catch (Unavailable dead) {
      // as a client would see it
    }
  }

  private static void moveHead(Store store, Commit commit) {
    Head head = store.heads().read(commit.session());
    Head next = new Head(commit.last(), commit.at(), head.version() + 1, MemberBits.NONE, 0);
    if (commit.last() > head.sequence()) {
      store.heads().replace(commit.session(), head.version(), next, Optional.empty());
    }
  }

  private void check(Store store, SessionId session) {
    List<Commit> log = store.log().read(session, -1, Integer.MAX_VALUE);
    long next = 0;
    for (Commit commit : log) {
      assertEquals(next, commit.key(), "a dense log, seed " + seed);
      next = commit.last() + 1;
    }
    List<Commit> promised = acknowledged.getOrDefault(session, List.of());
    assertTrue(log.containsAll(promised), "all that was acknowledged is there, seed " + seed);
    assertEquals(
        next,
        store.log().state(session).map(SessionState::nextKey).orElse(0L),
        "the state at the end of the log, seed " + seed);
    assertTrue(
        store.heads().read(session).sequence() < next, "no head before its log, seed " + seed);
  }
}
