package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the registered agents. Reads are strong; a write is durable when it answers. A removed
 * handle is a tombstone: it is found by nobody and can never be registered again (protocol section
 * 1).
 */
public interface Agents {

  /** Registers {@code agent}, atomically. Answers false when the handle is taken or was removed. */
  boolean register(Agent agent);

  /** The agent, if it is registered. */
  Optional<Agent> find(Handle handle);

  /** Those of {@code handles} that are registered. */
  Map<Handle, Agent> findAll(Collection<Handle> handles);

  /** Those of {@code handles} that were removed. */
  List<Handle> removed(Collection<Handle> handles);

  /** Sets the policy. Answers false when there is no such agent. */
  boolean setPolicy(Handle handle, Policy policy);

  /** Leaves a tombstone. Answers false when there is no such agent. */
  boolean remove(Handle handle);

  /**
   * Agents after {@code after} in the order of their handles, of one owner when given, at most
   * {@code limit}.
   */
  List<Agent> page(Optional<Owner> owner, Optional<Handle> after, int limit);
}
