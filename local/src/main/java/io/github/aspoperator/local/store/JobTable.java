package io.github.aspoperator.local.store;

import io.github.aspoperator.stored.JobCodec;
import java.sql.SQLException;
import java.util.List;

/** The table of jobs that were accepted and are not done. */
final class JobTable {

  private JobTable() {}

  static void insert(Db db, DueJob due) throws SQLException {
    db.update(
        "insert into jobs values (?, ?, ?)", due.id(), due.dueAt(), JobCodec.encode(due.job()));
  }

  static void delete(Db db, long id) throws SQLException {
    db.update("delete from jobs where id = ?", id);
  }

  static List<DueJob> all(Db db) throws SQLException {
    return db.all(
        "select id, due_at, body from jobs",
        row -> new DueJob(row.getLong(1), row.getLong(2), JobCodec.decode(row.getBytes(3))));
  }
}
