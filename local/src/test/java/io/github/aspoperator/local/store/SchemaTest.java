package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A data directory of an earlier version is brought up to date, and keeps what it has. */
final class SchemaTest {

  private static final Handle ANN = Handle.of("@lab.ann");
  private static final long MOVED = 1_790_000_041_007L;

  private final Folder folder = Folder.fresh();

  @AfterEach
  void tidy() {
    folder.delete();
  }

  private Store open() {
    Engine engine = Engine.on(folder.path(), moment -> {});
    return new Store(engine, new Quiet(), Duration.ofSeconds(60));
  }

  @Test
  void whatAReplayHadHandedOverIsKnownBehindTheThirdVersion() throws SQLException {
    SessionId session = Sends.session();
    try (Store store = open()) {
      Lag lag =
          Lag.create(ANN, session, 1, new Mark(4, 2), Sends.IDS.next(), 7, Handouts.NONE)
              .moved(Mark.at(9), MOVED, 1_000_000);
      store.lags().create(lag);
    }
    change(
        "alter table lags drop column handouts",
        "alter table lags add column moved_at integer not null default 0",
        "update lags set moved_at = " + MOVED,
        "pragma user_version = 3");
    try (Store store = open()) {
      Lag found = store.lags().find(ANN, session).orElseThrow();
      assertEquals(List.of(new Handouts.Handout(Mark.at(4), MOVED)), found.handouts().all());
      assertEquals(Mark.at(9), found.mark());
      assertEquals(7, found.headVersion());
    }
  }

  private void change(String... statements) throws SQLException {
    String file = "jdbc:sqlite:" + folder.path().resolve("operator.db");
    try (Connection connection = DriverManager.getConnection(file);
        Statement statement = connection.createStatement()) {
      for (String change : statements) {
        statement.execute(change);
      }
    }
  }
}
