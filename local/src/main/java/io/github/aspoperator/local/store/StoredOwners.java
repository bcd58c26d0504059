package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Owners;

/** {@link Owners}, and the table of them. */
final class StoredOwners implements Owners {

  private final Readers readers;
  private final Writer writer;

  StoredOwners(Readers readers, Writer writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public boolean register(Owner owner) {
    return writer.write(
        db -> db.update("insert into owners values (?) on conflict do nothing", owner.name()) == 1);
  }

  @Override
  public boolean remove(Owner owner) {
    return writer.write(db -> db.update("delete from owners where owner = ?", owner.name()) == 1);
  }

  @Override
  public boolean exists(Owner owner) {
    return readers.read(db -> db.any("select 1 from owners where owner = ?", owner.name()));
  }
}
