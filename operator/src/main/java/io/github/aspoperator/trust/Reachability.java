package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may contact whom (protocol section 2): {@code reachable(a, b)} when both exist, each admits the other, and neither
 * blocks the other. Symmetric by design.
 */
public final class Reachability {

  private final Agents agents;
  private final Allowlists allowlists;
  private final Blocks blocks;

  /** Asks these ports. */
  public Reachability(Agents agents, Allowlists allowlists, Blocks blocks) {
    this.agents = agents;
    this.allowlists = allowlists;
    this.blocks = blocks;
  }

  /**
   * What trust says of {@code caller} contacting {@code candidates} in front of {@code present}: read afresh at each
   * call, since an answer kept over a lost put would be stale.
   */
  public Contacts contacts(Handle caller, Collection<Handle> candidates, Collection<Handle> present) {
    Set<Handle> concerned = new HashSet<>(candidates);
    concerned.add(caller);
    Set<Handle> everybody = new HashSet<>(concerned);
    everybody.addAll(present);
    Set<Block> standing = blocks.among(everybody);
    if (candidates.isEmpty()) {
      return new Contacts(Set.of(), standing);
    }
    Map<Handle, Agent> known = agents.findAll(concerned);
    Agent from = known.get(caller);
    if (from == null) {
      return new Contacts(Set.of(), standing);
    }
    List<Handle> existing = candidates.stream().filter(known::containsKey).toList();
    Set<Handle> admitted = admittedBy(from, existing);
    Contacts all = new Contacts(admitted, standing);
    Stream<Handle> mutual =
        admitted.stream()
            .filter(peer -> !all.apart(caller, peer))
            .filter(peer -> admits(java.util.Objects.requireNonNull(known.get(peer)), caller));
    return new Contacts(Set.copyOf(mutual.toList()), standing);
  }

  private Set<Handle> admittedBy(Agent agent, List<Handle> peers) {
    return switch (agent.policy()) {
      case OPEN -> Set.copyOf(peers);
      case ALLOWLIST -> allowlists.covered(agent.handle(), peers);
    };
  }

  private boolean admits(Agent agent, Handle peer) {
    return !admittedBy(agent, List.of(peer)).isEmpty();
  }
}
