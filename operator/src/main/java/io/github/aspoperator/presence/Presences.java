package io.github.aspoperator.presence;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Port: the presence items. Reads are strong. */
public interface Presences {

  /** The agent's item, {@link Presence#NEVER} where none was written. */
  Presence read(Handle agent);

  /** The items of {@code agents}, each as {@link #read} answers it, at moments of its own. */
  default Map<Handle, Presence> readAll(Collection<Handle> agents) {
    Map<Handle, Presence> all = HashMap.newHashMap(agents.size());
    agents.forEach(agent -> all.put(agent, read(agent)));
    return all;
  }

  /**
   * Writes {@code next} if the item's version still is {@code version}; answers whether it did. A
   * written item is durable when this answers.
   */
  boolean replace(Handle agent, long version, Presence next);
}
