package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.stored.KeyDigest;
import java.nio.ByteBuffer;

/**
 * A {@link UsedKey} as the index has it: sixteen bytes, six of them when its session was created,
 * so that those of sessions in use lie beside each other, and ten of its digest. That no two are
 * the same is as sure as with a ULID, whose random part is as long.
 *
 * @param high the first eight bytes
 * @param low the others
 */
record IndexKey(long high, long low) implements Comparable<IndexKey> {

  private static final int DIGEST_BITS_ABOVE = 16;

  static IndexKey of(SessionId session, KeyDigest digest) {
    int below = Long.SIZE - DIGEST_BITS_ABOVE;
    long time = session.ulid().high() >>> DIGEST_BITS_ABOVE << DIGEST_BITS_ABOVE;
    return new IndexKey(
        time | digest.high() >>> below,
        digest.high() << DIGEST_BITS_ABOVE | digest.low() >>> below);
  }

  /** As its column holds it. */
  void putTo(ByteBuffer column) {
    column.putLong(high).putLong(low);
  }

  /** In the order of the columns. */
  @Override
  public int compareTo(IndexKey other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }
}
