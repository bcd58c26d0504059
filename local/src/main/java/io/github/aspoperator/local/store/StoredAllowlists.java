package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Allowlists;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link Allowlists}. */
final class StoredAllowlists implements Allowlists {

  private final Readers readers;
  private final Writer writer;

  StoredAllowlists(Readers readers, Writer writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public List<AllowlistEntry> of(Handle handle) {
    return readers.read(db -> AllowlistTable.of(db, handle));
  }

  @Override
  public Set<Handle> covered(Handle handle, Collection<Handle> peers) {
    return those(peers, (db, peer) -> AllowlistTable.covers(db, handle, peer));
  }

  @Override
  public Set<Handle> covering(Collection<Handle> handles, Handle peer) {
    return those(handles, (db, handle) -> AllowlistTable.covers(db, handle, peer));
  }

  private interface Test {
    boolean of(Db db, Handle handle) throws SQLException;
  }

  private Set<Handle> those(Collection<Handle> handles, Test test) {
    return readers.read(db -> {
      Set<Handle> those = new HashSet<>();
      for (Handle handle : handles) {
        if (test.of(db, handle)) {
          those.add(handle);
        }
      }
      return those;
    });
  }

  @Override
  public boolean add(Handle handle, List<AllowlistEntry> entries) {
    return writer.write(db -> {
      Set<AllowlistEntry> fresh = new HashSet<>();
      for (AllowlistEntry entry : entries) {
        if (!AllowlistTable.has(db, handle, entry)) {
          fresh.add(entry);
        }
      }
      if (AllowlistTable.size(db, handle) + fresh.size() > MAX) {
        return false;
      }
      for (AllowlistEntry entry : fresh) {
        AllowlistTable.insert(db, handle, entry);
      }
      return true;
    });
  }

  @Override
  public void remove(Handle handle, AllowlistEntry entry) {
    writer.write(db -> AllowlistTable.delete(db, handle, entry));
  }
}
