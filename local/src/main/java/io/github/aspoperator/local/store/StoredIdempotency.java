package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.stored.KeyDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@link Idempotency}: a message's key is a column of its commit, and so remembered for as long as
 * the commit; a claim is durable when it answers.
 */
final class StoredIdempotency implements Idempotency {

  private final Readers readers;
  private final Writer writer;
  private final StoredLog log;

  StoredIdempotency(Readers readers, Writer writer, StoredLog log) {
    this.readers = readers;
    this.writer = writer;
    this.log = log;
  }

  @Override
  public Optional<Commit> find(SessionId session, Handle sender, String key) {
    return log.keyed(session, sender, key);
  }

  /** Nothing is left to do: the commit itself remembers. */
  @Override
  public void remember(List<Commit> commits) {}

  @Override
  public SessionId claim(Handle creator, String key, SessionId session) {
    byte[] digest = KeyDigest.of(creator, key).column();
    return writer.write(db -> {
      db.update(
          "insert into claims values (?, ?) on conflict do nothing", digest, Columns.of(session));
      return claimed(db, digest).orElseThrow();
    });
  }

  @Override
  public Optional<SessionId> claimed(Handle creator, String key) {
    byte[] digest = KeyDigest.of(creator, key).column();
    return readers.read(db -> claimed(db, digest));
  }

  private static Optional<SessionId> claimed(Db db, byte[] digest) throws SQLException {
    return db.first(
        "select session from claims where creator_key = ?",
        row -> Columns.session(row.getBytes(1)),
        digest);
  }
}
