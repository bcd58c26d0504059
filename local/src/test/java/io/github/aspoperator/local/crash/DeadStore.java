package io.github.aspoperator.local.crash;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.store.Store;
import io.github.aspoperator.local.store.StoreEvents;
import io.github.aspoperator.session.Commit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;

/** What lies in a data directory, read and written without an operator. */
final class DeadStore {

  private DeadStore() {}

  /** The last heartbeat; read from a copy, so that the next start finds what the crash left. */
  static long lastBeat(Path directory) {
    return ofCopy(directory, copy -> number(copy, "select beat from heartbeat"));
  }

  /**
   * What the operator thinks of {@code agent}, and of it in {@code sessions}; also while one is at
   * work there, as far as a copy made meanwhile can be read.
   */
  static String view(Path directory, String agent, Collection<String> sessions) {
    try {
      return ofCopy(directory, copy -> viewOf(copy, Handle.of(agent), sessions));
    } catch (RuntimeException e) {
      return "what the operator thinks cannot be read: " + e;
    }
  }

  private static String viewOf(Path directory, Handle agent, Collection<String> sessions) {
    try (Store store = open(directory)) {
      StringBuilder view = new StringBuilder("the operator's " + store.presences().read(agent));
      for (String session : sessions) {
        SessionId id = SessionId.parse(session).orElseThrow();
        view.append("\n  ").append(session).append(' ').append(store.heads().read(id));
        view.append(' ').append(store.lags().find(agent, id).map(Lag::toString).orElse("no lag"));
      }
      return view.toString();
    }
  }

  /** All ports on what lies there, with nobody behind them. */
  static Store open(Path directory) {
    StoreEvents nobody =
        new StoreEvents() {
          @Override
          public void committed(Commit commit) {}

          @Override
          public void jobEnqueued() {}
        };
    return Store.open(directory, nobody, Duration.ofMinutes(1));
  }

  private static <T> T ofCopy(Path directory, Function<Path, T> read) {
    try {
      Path copy = Files.createTempDirectory("asp-copy-");
      try {
        for (String file : new String[] {"operator.db", "operator.db-wal"}) {
          if (Files.exists(directory.resolve(file))) {
            Files.copy(directory.resolve(file), copy.resolve(file));
          }
        }
        return read.apply(copy);
      } finally {
        try (var files = Files.list(copy)) {
          files.forEach(file -> file.toFile().delete());
        }
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first number that {@code query} yields, -1 for none. */
  static long number(Path directory, String query) {
    try (Connection connection = connect(directory);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Changes something. */
  static void run(Path directory, String sql) {
    try (Connection connection = connect(directory);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("operator.db"));
  }
}
