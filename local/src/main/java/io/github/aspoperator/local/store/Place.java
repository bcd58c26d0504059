package io.github.aspoperator.local.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Where the rows are kept, and how a connection to them is set up. */
sealed interface Place {

  /** For the one who writes; makes the tables where there are none. */
  Db writer() throws SQLException;

  /** A directory that is ours alone. */
  record Directory(Path path) implements Place {

    /** How long to wait for a lock, which only an outsider's tool on the file can hold. */
    private static final int BUSY_MILLIS = 5_000;

    @Override
    public Db writer() throws SQLException {
      // 2 KiB pages: a group touches one index page a session, and each goes whole into the WAL
      return open(
          "pragma page_size = 2048",
          "pragma journal_mode = wal",
          "pragma synchronous = full",
          "pragma wal_autocheckpoint = 0",
          "pragma cache_size = -65536");
    }

    /** For reading what is durable. */
    Db reader() throws SQLException {
      Connection connection = connect("pragma query_only = 1", "pragma cache_size = -8192");
      connection.setAutoCommit(true);
      return new Db(connection);
    }

    /** For moving pages from the WAL into the database, beside the writer. */
    Connection checkpointer() throws SQLException {
      return connect("pragma synchronous = full");
    }

    private Db open(String... pragmas) throws SQLException {
      Connection connection = connect(pragmas);
      try {
        Schema.ensure(connection, path.toString());
      } catch (CannotOpen e) {
        connection.close();
        throw e;
      }
      connection.setAutoCommit(false);
      return new Db(connection);
    }

    private Connection connect(String... pragmas) throws SQLException {
      return Place.connect(
          "jdbc:sqlite:" + path.resolve("operator.db"),
          List.of(pragmas),
          "pragma busy_timeout = " + BUSY_MILLIS);
    }
  }

  /** This process's memory: gone with it. */
  record Memory() implements Place {
    @Override
    public Db writer() throws SQLException {
      Connection connection =
          Place.connect("jdbc:sqlite::memory:", List.of(), "pragma synchronous = off");
      Schema.ensure(connection, "memory");
      connection.setAutoCommit(false);
      return new Db(connection);
    }
  }

  private static Connection connect(String url, List<String> pragmas, String last)
      throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      for (String pragma : pragmas) {
        statement.execute(pragma);
      }
      statement.execute(last);
      statement.execute("pragma foreign_keys = off");
      statement.execute("pragma temp_store = memory");
    }
    return connection;
  }
}
