package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everybody there ever is, is registered, open to all, and stays. */
final class EverybodyIsOpen implements Agents {

  @Override
  public boolean register(Agent agent) {
    return false;
  }

  @Override
  public Optional<Agent> find(Handle handle) {
    return Optional.of(new Agent(handle, Policy.OPEN));
  }

  @Override
  public Map<Handle, Agent> findAll(Collection<Handle> handles) {
    return handles.stream()
        .distinct()
        .collect(Collectors.toMap(handle -> handle, handle -> new Agent(handle, Policy.OPEN)));
  }

  @Override
  public List<Handle> removed(Collection<Handle> handles) {
    return List.of();
  }

  @Override
  public boolean setPolicy(Handle handle, Policy policy) {
    return true;
  }

  @Override
  public boolean remove(Handle handle) {
    return false;
  }

  @Override
  public List<Agent> page(Optional<Owner> owner, Optional<Handle> after, int limit) {
    return List.of();
  }
}
