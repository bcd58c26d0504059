package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may contact whom (protocol section 2): {@code reachable(a, b)} when both exist, each admits
 * the other, and neither blocks the other. Symmetric by design.
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
   * What trust says of {@code caller} contacting {@code candidates} in front of {@code present}.
   * Read afresh at each call, since an answer kept over a lost put would be stale; and always by
   * the same reads, whatever they find, so that a denial takes no longer and no shorter than
   * absence (invariant 7).
   */
  public Contacts contacts(
      Handle caller, Collection<Handle> candidates, Collection<Handle> present) {
    Set<Handle> concerned = new HashSet<>(candidates);
    concerned.add(caller);
    Set<Handle> everybody = new HashSet<>(concerned);
    everybody.addAll(present);
    Contacts apart = new Contacts(Set.of(), blocks.among(everybody));
    if (candidates.isEmpty()) {
      return apart;
    }
    Map<Handle, Agent> known = agents.findAll(concerned);
    Set<Handle> listed = allowlists.covered(caller, candidates);
    Set<Handle> listing = allowlists.covering(candidates, caller);
    Set<Handle> reachable =
        candidates.stream()
            .filter(peer ->
                admits(known, caller, listed.contains(peer))
                    && admits(known, peer, listing.contains(peer))
                    && !apart.apart(caller, peer))
            .collect(Collectors.toUnmodifiableSet());
    return new Contacts(reachable, apart.blocks());
  }

  private static boolean admits(Map<Handle, Agent> known, Handle gate, boolean listed) {
    Agent agent = known.get(gate);
    return agent != null
        && switch (agent.policy()) {
          case OPEN -> true;
          case ALLOWLIST -> listed;
        };
  }
}
