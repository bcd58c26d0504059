package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Agents}. */
final class StoredAgents implements Agents {

  private final Readers readers;
  private final Writer writer;

  StoredAgents(Readers readers, Writer writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public boolean register(Agent agent) {
    return writer.write(db -> AgentTable.insert(db, agent));
  }

  @Override
  public Optional<Agent> find(Handle handle) {
    return readers.read(db -> AgentTable.find(db, handle));
  }

  @Override
  public Map<Handle, Agent> findAll(Collection<Handle> handles) {
    return readers.read(db -> {
      Map<Handle, Agent> found = new HashMap<>();
      for (Handle handle : handles) {
        AgentTable.find(db, handle).ifPresent(agent -> found.put(handle, agent));
      }
      return found;
    });
  }

  @Override
  public List<Handle> removed(Collection<Handle> handles) {
    return readers.read(db -> {
      List<Handle> removed = new ArrayList<>();
      for (Handle handle : handles) {
        if (AgentTable.isRemoved(db, handle)) {
          removed.add(handle);
        }
      }
      return removed;
    });
  }

  @Override
  public boolean setPolicy(Handle handle, Policy policy) {
    return writer.write(db -> AgentTable.update(db, handle, Optional.of(policy)));
  }

  @Override
  public boolean remove(Handle handle) {
    return writer.write(db -> AgentTable.update(db, handle, Optional.empty()));
  }

  @Override
  public List<Agent> page(Optional<Owner> owner, Optional<Handle> after, int limit) {
    return readers.read(db -> AgentTable.page(db, owner, after, limit));
  }
}
