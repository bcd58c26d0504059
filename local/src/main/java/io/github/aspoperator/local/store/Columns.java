package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.nio.ByteBuffer;

/** Ids as the columns that hold them: sixteen bytes, in the order of the ids. */
final class Columns {

  private Columns() {}

  static byte[] of(Ulid ulid) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(ulid.high()).putLong(ulid.low()).array();
  }

  static byte[] of(SessionId session) {
    return of(session.ulid());
  }

  static Ulid ulid(byte[] column) {
    ByteBuffer bytes = ByteBuffer.wrap(column);
    return new Ulid(bytes.getLong(), bytes.getLong());
  }

  static SessionId session(byte[] column) {
    return new SessionId(ulid(column));
  }
}
