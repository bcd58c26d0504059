package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Allowlists;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Allowlists without an entry. */
final class NobodyIsListed implements Allowlists {

  @Override
  public List<AllowlistEntry> of(Handle handle) {
    return List.of();
  }

  @Override
  public Set<Handle> covered(Handle handle, Collection<Handle> peers) {
    return Set.of();
  }

  @Override
  public Set<Handle> covering(Collection<Handle> handles, Handle peer) {
    return Set.of();
  }

  @Override
  public boolean add(Handle handle, List<AllowlistEntry> entries) {
    return false;
  }

  @Override
  public void remove(Handle handle, AllowlistEntry entry) {}
}
