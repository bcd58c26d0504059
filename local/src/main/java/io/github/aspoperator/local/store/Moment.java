package io.github.aspoperator.local.store;

import java.sql.SQLException;

/** Where in a group a test may make the disk fail or the process die. */
enum Moment {
  /** Everything is written, nothing is durable. */
  BEFORE_COMMIT,
  /** Everything is durable, nobody was answered. */
  AFTER_COMMIT;

  /** What happens at each of them: nothing, but in tests. */
  @FunctionalInterface
  interface Hook {
    /** Goes on, or fails as the database would, or dies as the process would. */
    void at(Moment moment) throws SQLException;
  }

  /** The process dies here, as far as the store can tell. */
  static final class Death extends Error {}
}
