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

/** Everybody is registered and open to all; the agent may be removed where the setting says so. */
final class WorldAgents implements Agents {

  private final Stage stage;

  WorldAgents(Stage stage) {
    this.stage = stage;
  }

  private boolean isRemoved(Handle handle) {
    return stage.setting().has(Topic.REMOVAL)
        && handle.equals(Cast.AGENT)
        && stage.reads().trust().agentRemoved();
  }

  @Override
  public boolean register(Agent agent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Agent> find(Handle handle) {
    return isRemoved(handle) ? Optional.empty() : Optional.of(new Agent(handle, Policy.OPEN));
  }

  @Override
  public Map<Handle, Agent> findAll(Collection<Handle> handles) {
    return handles.stream()
        .distinct()
        .filter(handle -> !isRemoved(handle))
        .collect(Collectors.toMap(handle -> handle, handle -> new Agent(handle, Policy.OPEN)));
  }

  @Override
  public List<Handle> removed(Collection<Handle> handles) {
    return handles.stream().filter(this::isRemoved).toList();
  }

  @Override
  public boolean setPolicy(Handle handle, Policy policy) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Handle handle) {
    World world = stage.writes();
    world.trust(world.trust().removed());
    stage.note("removes " + handle);
    return true;
  }

  @Override
  public List<Agent> page(Optional<Owner> owner, Optional<Handle> after, int limit) {
    throw new UnsupportedOperationException();
  }
}
