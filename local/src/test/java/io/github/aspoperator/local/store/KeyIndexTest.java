package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.SessionLog.Appended;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An idempotency key is known wherever it lies: in memory, on its way, in its table, in the log.
 */
@Timeout(60)
final class KeyIndexTest {

  private static final int ROUNDS = 30;
  private static final int STEPS = 60;

  private final Folder folder = Folder.fresh();
  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<SessionId> sessions = new ArrayList<>();
  private final Map<String, Commit> used = new HashMap<>();
  private Optional<Moment> fault = Optional.empty();

  @AfterEach
  void tidy() {
    folder.delete();
  }

  private Store open(KeyIndex.Pace pace) {
    Moment.Hook hook =
        moment -> {
          if (fault.equals(Optional.of(moment))) {
            fault = Optional.empty();
            throw new SQLException("the disk is full");
          }
        };
    Tuning tuning = new Tuning(1 << 20, 4 << 20, pace);
    return new Store(Engine.on(folder.path(), hook, tuning), new Quiet(), Duration.ofSeconds(60));
  }

  private KeyIndex.Pace anyPace() {
    return new KeyIndex.Pace(
        random.nextBoolean() ? 0 : TimeUnit.MILLISECONDS.toNanos(random.nextInt(20)),
        random.nextBoolean() ? 5 : 1_000,
        1 + random.nextInt(8),
        1 + random.nextInt(8),
        0);
  }

  @Test
  void noKeyMakesTwoMessagesWhateverFailsOrDies() {
    for (int round = 0; round < ROUNDS; round++) {
      Store store = open(anyPace());
      sessions.add(begin(store));
      for (int step = 0; step < STEPS; step++) {
        step(store, round * STEPS + step);
      }
      if (random.nextBoolean()) {
        store.close();
      } else {
        store.crash();
      }
    }
    try (Store store = open(KeyIndex.Pace.USUAL)) {
      sessions.forEach(session -> check(store, session));
    }
    assertTrue(used.size() > ROUNDS * STEPS / 4, used.size() + " keys used, seed " + seed);
  }

  private static SessionId begin(Store store) {
    SessionId session = Sends.session();
    assertEquals(new Appended.Done(), store.log().append(Sends.genesis(session)));
    return session;
  }

  private void step(Store store, int now) {
    if (random.nextInt(10) == 0) {
      store.heartbeat().beat(now);
      return;
    }
    // of this start, and of two before
    int last = sessions.size() - 1;
    SessionId session = sessions.get(Math.max(0, last - random.nextInt(3)));
    String key = "key " + random.nextInt(10 + now);
    Commit commit = Sends.keyed(store.log().state(session).orElseThrow(), "a line", key);
    if (random.nextInt(12) == 0) {
      fault = Optional.of(random.nextBoolean() ? Moment.BEFORE_COMMIT : Moment.AFTER_COMMIT);
    }
    try {
      switch (store.log().append(commit)) {
        case Appended.Done() -> assertNew(session, key, commit);
        case Appended.Known(Commit first) -> assertFirst(session, key, first);
        case Appended.Taken taken -> throw new AssertionError(taken + ", seed " + seed);
      }
    } catch (Unavailable unknown) {
      store.log().read(session, commit.key() - 1, Integer.MAX_VALUE).stream()
          .filter(commit::equals)
          .forEach(there -> assertNew(session, key, there));
    }
  }

  private void assertNew(SessionId session, String key, Commit commit) {
    assertEquals(null, used.put(session + key, commit), () -> key + " twice, seed " + seed);
  }

  private void assertFirst(SessionId session, String key, Commit first) {
    assertEquals(used.get(session + key), first, () -> key + " told wrongly, seed " + seed);
  }

  private void check(Store store, SessionId session) {
    List<Commit> log = store.log().read(session, 0, Integer.MAX_VALUE);
    assertEquals(
        log.size(),
        log.stream().flatMap(commit -> commit.keyed().stream()).map(Keyed::key).distinct().count(),
        () -> "messages with keys of their own, seed " + seed);
    for (Commit commit : log) {
      String key = commit.keyed().orElseThrow().key();
      assertFirst(session, key, commit);
      assertEquals(
          Optional.of(commit), store.idempotency().find(session, Sends.ANN, key), "seed " + seed);
    }
  }

  @Test
  void keysComeIntoTheirTableAndAreReadFromTheLogNoMore() throws Exception {
    SessionId session;
    try (Store store = open(new KeyIndex.Pace(0, 1, 4, 3, 0))) {
      session = begin(store);
      for (int i = 0; i < 20; i++) {
        append(store, session, "key " + i);
      }
      Await.until(
          found -> found + " keys in the table",
          found -> found == 20,
          () -> {
            store.heartbeat().beat(1);
            return number("select count(*) from keys");
          });
      store.heartbeat().beat(2);
    }
    assertEquals(
        number("select max(id) + 1 from commits"), number("select unindexed_from from heartbeat"));
    try (Store store = open(KeyIndex.Pace.USUAL)) {
      assertInstanceOf(Appended.Known.class, append(store, session, "key 7"));
    }
  }

  @Test
  void aDatabaseOfTheFirstVersionKeepsItsKeys() throws SQLException {
    SessionId session;
    try (Store store = open(KeyIndex.Pace.USUAL)) {
      session = begin(store);
      append(store, session, "a key");
    }
    change(
        "alter table lags drop column handouts",
        "alter table lags add column moved_at integer not null default 0",
        "alter table lags drop column head_version",
        "drop table keys",
        "alter table heartbeat drop column unindexed_from",
        """
        create unique index commits_by_idem on commits (session, idem) where idem is not null\
        """,
        "pragma user_version = 1");
    try (Store store = open(KeyIndex.Pace.USUAL)) {
      assertInstanceOf(Appended.Known.class, append(store, session, "a key"));
    }
    assertEquals(1, number("select count(*) from keys"));
  }

  private static Appended append(Store store, SessionId session, String key) {
    return store.log().append(Sends.keyed(store.log().state(session).orElseThrow(), "a line", key));
  }

  private Connection file() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.path().resolve("operator.db"));
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection = file();
        Statement statement = connection.createStatement()) {
      for (String change : statements) {
        statement.execute(change);
      }
    }
  }

  private long number(String query) {
    try (Connection connection = file();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
