package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.stored.CommitCodec;
import java.nio.ByteBuffer;

/** A {@link Commit} as an item of the log table, and as its stream shows it. */
public final class CommitItem {

  private static final String COMMAND = "c";
  private static final String BODY = "b";

  private CommitItem() {}

  static Item of(Commit commit) {
    return Item.at(Keys.commit(commit.session(), commit.key()))
        .bytes(COMMAND, bytes(commit.command()))
        .bytes(BODY, CommitCodec.encode(commit));
  }

  /**
   * The commit that an item holds.
   *
   * @throws io.github.aspoperator.stored.Unreadable when it holds none
   */
  public static Commit commit(Item item) {
    long key = item.number(Keys.COMMIT);
    return CommitCodec.decode(session(item), key, command(item), item.bytes(BODY));
  }

  /** The session of an item of the log table, or of its key alone. */
  public static SessionId session(Item item) {
    return new SessionId(Ulid.parse(item.text(Keys.SESSION), 0).orElseThrow());
  }

  /** The bytes of the body. */
  static int size(Item item) {
    return item.bytes(BODY).length;
  }

  static Ulid command(Item item) {
    ByteBuffer bytes = ByteBuffer.wrap(item.bytes(COMMAND));
    return new Ulid(bytes.getLong(), bytes.getLong());
  }

  private static byte[] bytes(Ulid ulid) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(ulid.high()).putLong(ulid.low()).array();
  }
}
