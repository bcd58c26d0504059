package io.github.aspoperator.local.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What lies in a data directory, read and written with SQLite alone. */
final class DeadStore {

  private DeadStore() {}

  /** The last heartbeat; read from a copy, so that the next start finds what the crash left. */
  static long lastBeat(Path directory) {
    try {
      Path copy = Files.createTempDirectory("asp-copy-");
      try {
        for (String file : new String[] {"operator.db", "operator.db-wal"}) {
          if (Files.exists(directory.resolve(file))) {
            Files.copy(directory.resolve(file), copy.resolve(file));
          }
        }
        return number(copy, "select beat from heartbeat");
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
    try (Connection connection = open(directory);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Changes something. */
  static void run(Path directory, String sql) {
    try (Connection connection = open(directory);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Connection open(Path directory) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("operator.db"));
  }
}
