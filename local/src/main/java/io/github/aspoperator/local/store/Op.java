package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import java.sql.SQLException;

/** One thing the writer does in a group; all three are called on its thread and must not wait. */
interface Op {

  /**
   * Reads and writes in the open transaction; decides before it writes, since what it wrote before
   * it throws anything but an {@link SQLException} stays.
   */
  void run(Db db) throws SQLException;

  /** Its group is durable: answers whoever waits. */
  void durable();

  /** Its group was taken back: nothing happened, or, when the last step failed, nobody knows. */
  void failed(Unavailable why);

  /** Whether everything written behind must be in the transaction before it. */
  default boolean seesBehind() {
    return true;
  }

  /** The size of what it writes, where that is more than a few columns. */
  default int bytes() {
    return 0;
  }
}
