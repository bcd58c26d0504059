package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Port: the allowlists. Reads are strong; a write is durable when it answers. */
public interface Allowlists {

  /** Entries one agent may have (protocol section 4). */
  int MAX = 10_000;

  /** The agent's entries, in the order of their text. */
  List<AllowlistEntry> of(Handle handle);

  /** The entries of each of {@code handles}, as {@link #of} answers them. */
  default Map<Handle, List<AllowlistEntry>> ofAll(Collection<Handle> handles) {
    Map<Handle, List<AllowlistEntry>> all = new HashMap<>();
    handles.forEach(handle -> all.put(handle, of(handle)));
    return all;
  }

  /** Those of {@code peers} that the agent's list covers. */
  Set<Handle> covered(Handle handle, Collection<Handle> peers);

  /** Those of {@code handles} whose lists cover {@code peer}. */
  Set<Handle> covering(Collection<Handle> handles, Handle peer);

  /**
   * Adds entries; those that are there already count once. Answers false, and adds none, when there
   * would be too many.
   */
  boolean add(Handle handle, List<AllowlistEntry> entries);

  /** Removes an entry, if it is there. */
  void remove(Handle handle, AllowlistEntry entry);
}
