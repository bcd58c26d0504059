package io.github.aspoperator.local.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements; for one thread at a time. */
final class Db implements AutoCloseable {

  /** What one row means. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Db(Connection connection) {
    this.connection = connection;
  }

  /** Runs a statement that answers no rows; how many it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return prepare(sql, values).executeUpdate();
  }

  /** All rows of a query. */
  <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    try (ResultSet rows = prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        all.add(row.of(rows));
      }
    }
    return all;
  }

  /** The first row of a query, if there is one. */
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = prepare(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
    }
  }

  /** Whether a query has a row. */
  boolean any(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> true, values).isPresent();
  }

  /**
   * The rows of a query one by one; the caller closes them before it uses this connection again.
   */
  ResultSet rows(String sql, @Nullable Object... values) throws SQLException {
    return prepare(sql, values).executeQuery();
  }

  /** Makes the open transaction durable and begins the next; prepared, unlike the driver's own. */
  void commit() throws SQLException {
    update("commit");
    update("begin");
  }

  /** Takes the open transaction back and begins the next, also when SQLite took it back already. */
  void rollback() throws SQLException {
    forget();
    try {
      connection.rollback();
    } catch (SQLException nothingToTakeBack) {
      try (var statement = connection.createStatement()) {
        statement.execute("begin");
      }
    }
  }

  /** Lets go of all statements: after an error the driver may have closed any of them. */
  void forget() {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        // closed already
      }
    }
    statements.clear();
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setBytes(place, null);
      case Long number -> statement.setLong(place, number);
      case Integer number -> statement.setInt(place, number);
      case Boolean flag -> statement.setInt(place, flag ? 1 : 0);
      case String text -> statement.setString(place, text);
      case byte[] bytes -> statement.setBytes(place, bytes);
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
