package io.github.aspoperator.local.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and the version of them that a database has. */
final class Schema {

  private static final String[] FIRST = {
    // id: the order of all appends; measured faster, with half the bytes, than a table keyed by
    // (session, key) itself. idem: digest of sender and idempotency key
    """
    create table commits (id integer primary key, session blob not null, key integer not null, \
    command blob not null, at integer not null, idem blob, body blob not null)\
    """,
    "create unique index commits_by_key on commits (session, key)",
    "create unique index commits_by_idem on commits (session, idem) where idem is not null",
    """
    create table claims (creator_key blob primary key, session blob not null) without rowid\
    """,
    """
    create table heads (session blob primary key, sequence integer not null, at integer not null, \
    version integer not null, a integer not null, b integer not null, c integer not null, \
    d integer not null, roster_through integer not null) without rowid\
    """,
    """
    create table rosters (session blob primary key, through integer not null, body blob not null)\
    """,
    """
    create table lags (agent text not null, session blob not null, member integer not null, \
    through integer not null, in_run integer not null, generation blob not null, \
    from_through integer not null, from_in_run integer not null, moved_at integer not null, \
    done_at integer, primary key (agent, session)) without rowid\
    """,
    "create index lags_done on lags (done_at) where done_at is not null",
    """
    create table session_index (agent text not null, session blob not null, \
    sequence integer not null, current integer not null, primary key (agent, session)) \
    without rowid\
    """,
    """
    create index session_index_current on session_index (agent, session) where current = 1\
    """,
    """
    create table presences (agent text primary key, connected integer not null, \
    body blob not null) without rowid\
    """,
    "create index presences_connected on presences (agent) where connected = 1",
    "create table jobs (id integer primary key, due_at integer not null, body blob not null)",
    """
    create table agents (owner text not null, name text not null, policy text, \
    primary key (owner, name)) without rowid\
    """,
    """
    create table allowlists (agent text not null, entry text not null, \
    primary key (agent, entry)) without rowid\
    """,
    """
    create table blocks (blocker text not null, blocked text not null, \
    primary key (blocker, blocked)) without rowid\
    """,
    """
    create table credentials (token text primary key, principal text not null unique) \
    without rowid\
    """,
    "create table owners (owner text primary key) without rowid",
    """
    create table tickets (ticket text primary key, token text not null, \
    expires_at integer not null) without rowid\
    """,
    // one row: when the operator was last alive, and from where on commits may be undrained
    "create table heartbeat (beat integer, undrained_from integer not null)",
    "insert into heartbeat values (null, 0)",
  };

  /** Idempotency keys in a table of their own, which is written behind (see KeyIndex). */
  private static final String[] SECOND = {
    """
    create table keys (key blob primary key, id integer not null) without rowid\
    """,
    """
    insert into keys select cast(substr(session, 1, 6) || substr(idem, 1, 10) as blob), id \
    from commits where idem is not null order by 1\
    """,
    "drop index commits_by_idem",
    "alter table heartbeat add column unindexed_from integer not null default 0",
    "update heartbeat set unindexed_from = (select coalesce(max(id), 0) + 1 from commits)",
  };

  /** Which head a laggard was made under; of those there are, none can lose to another any more. */
  private static final String[] THIRD = {
    "alter table lags add column head_version integer not null default -1",
  };

  /** What was handed over while somebody lagged, and when, instead of one moment for all of it. */
  private static final String[] FOURTH = {
    "alter table lags add column handouts text not null default ''",
    "update lags set handouts = from_through || ',0,' || moved_at",
    "alter table lags drop column moved_at",
  };

  /** What brings a database from each version to the next; never changed, only added to. */
  private static final List<String[]> STEPS = List.of(FIRST, SECOND, THIRD, FOURTH);

  /** What a database of this operator has; kept in the database's {@code user_version}. */
  static final int VERSION = STEPS.size();

  private Schema() {}

  /**
   * Makes the tables of a new database, or brings those of an existing one up to date.
   *
   * @throws CannotOpen when the database is of a later version
   */
  static void ensure(Connection connection, String where) throws SQLException {
    int found = version(connection);
    if (found > VERSION) {
      throw new CannotOpen(
          "The data in "
              + where
              + " is of version "
              + found
              + ", and this operator knows up to "
              + VERSION
              + ": run a newer one, or choose another data directory.",
          null);
    }
    if (found < VERSION) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String[] step : STEPS.subList(found, VERSION)) {
          for (String change : step) {
            statement.execute(change);
          }
        }
        statement.execute("pragma user_version = " + VERSION);
      }
      connection.commit();
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma user_version")) {
      return row.getInt(1);
    }
  }
}
