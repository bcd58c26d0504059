package io.github.aspoperator.local.store;

/**
 * When the store does what it does behind; a test shrinks it.
 *
 * @param passBytes what the write-ahead log grows by, about, between two checkpoints
 * @param largestBytes from this size on the write-ahead log is to start over
 * @param keys how idempotency keys come into their table
 */
record Tuning(long passBytes, long largestBytes, KeyIndex.Pace keys) {

  static final Tuning USUAL = new Tuning(4 << 20, 16 << 20, KeyIndex.Pace.USUAL);
}
