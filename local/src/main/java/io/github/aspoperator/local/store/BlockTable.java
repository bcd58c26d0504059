package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import java.sql.SQLException;
import java.util.List;

/** The table of blocks. */
final class BlockTable {

  private BlockTable() {}

  static List<Handle> of(Db db, Handle blocker) throws SQLException {
    return db.all(
        "select blocked from blocks where blocker = ?",
        row -> Handle.of(row.getString(1)),
        blocker.text());
  }

  static boolean has(Db db, Block block) throws SQLException {
    return db.any(
        "select 1 from blocks where blocker = ? and blocked = ?",
        block.blocker().text(),
        block.blocked().text());
  }

  static long size(Db db, Handle blocker) throws SQLException {
    return db.first(
            "select count(*) from blocks where blocker = ?", row -> row.getLong(1), blocker.text())
        .orElse(0L);
  }

  static void insert(Db db, Block block) throws SQLException {
    db.update("insert into blocks values (?, ?)", block.blocker().text(), block.blocked().text());
  }

  static boolean delete(Db db, Block block) throws SQLException {
    return db.update(
            "delete from blocks where blocker = ? and blocked = ?",
            block.blocker().text(),
            block.blocked().text())
        == 1;
  }
}
