package io.github.aspoperator.local.store;

import java.util.List;

/** Keeps the write-ahead log from growing without bound. */
interface Checkpoints {

  /** For a database that has none. */
  Checkpoints NONE = group -> {};

  /** The writer has written {@code group}, and may be held up for a moment. */
  void wrote(List<Op> group);
}
