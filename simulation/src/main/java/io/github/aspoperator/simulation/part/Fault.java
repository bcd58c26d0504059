package io.github.aspoperator.simulation.part;

/** What may go wrong, as AWS allows it. */
public enum Fault {
  /** The process dies before the effect of a call. */
  KILLED_BEFORE_CALL,
  /** The process dies behind the effect of a call, before it has the answer. */
  KILLED_AFTER_CALL,
  /** The process stands still for seconds. */
  STALLED,
  /** A table or queue is too busy, however often it is tried. */
  THROTTLED,
  /** A write happens, its answer is lost, and the client makes it again. */
  ANSWER_LOST,
  /** A write happens, and the caller is told that it timed out. */
  TIMED_OUT,
  /** A transaction meets another one. */
  TRANSACTION_CONFLICT,
  /** A batch leaves some of its keys for later. */
  BATCH_UNFINISHED,
  /** A page ends before the limit. */
  SHORT_PAGE,
  /** An eventually consistent read sees what was before. */
  STALE_READ,
  /** A record of the stream comes twice. */
  RECORD_REPEATED,
  /** Records of different items come in another order, as behind a split shard. */
  RECORDS_REORDERED,
  /** A record is seconds late. */
  RECORD_LATE,
  /** A message of a queue comes twice. */
  MESSAGE_REPEATED,
  /** A message of a queue is seconds late. */
  MESSAGE_LATE,
  /** A post is refused because there are too many. */
  POST_THROTTLED,
  /** A post arrives, and the caller is told that it timed out. */
  POST_TIMED_OUT,
  /** A post is lost, and the caller is told that it timed out. */
  POST_LOST,
  /** The gateway never tells that a connection is gone. */
  DISCONNECT_LOST,
  /** A client is gone without a close, and the gateway does not know it yet. */
  CLIENT_VANISHED,
  /** The gateway ends a connection, as it does after two hours. */
  CONNECTION_CUT,
  /** A client never gets the answer to what was done. */
  REPLY_LOST,
  /** The clocks of two processes differ. */
  CLOCKS_DIFFER
}
