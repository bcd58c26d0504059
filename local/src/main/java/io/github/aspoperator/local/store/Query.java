package io.github.aspoperator.local.store;

import java.sql.SQLException;

/** What is done with a connection. */
@FunctionalInterface
interface Query<T> {

  T on(Db db) throws SQLException;
}
