package io.github.aspoperator.testkit.model.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Section 2. */
final class Trust {

  private final Map<String, Agent> agents = new LinkedHashMap<>();

  void register(Agent agent) {
    agents.put(agent.handle, agent);
  }

  Optional<Agent> find(String handle) {
    return Optional.ofNullable(agents.get(handle)).filter(agent -> !agent.removed);
  }

  /** Both exist, each admits the other, and neither blocks the other. */
  static boolean reachable(Agent a, Agent b) {
    return a.admits(b) && b.admits(a) && !apart(a, b);
  }

  /** Whether a block stands between the two. */
  static boolean apart(Agent a, Agent b) {
    return a.blocks.contains(b.handle) || b.blocks.contains(a.handle);
  }

  /**
   * Those of {@code wanted} that {@code caller} may bring in beside {@code present}: reachable, and
   * no block between them and anybody there, those admitted earlier included.
   */
  List<Agent> admitted(Agent caller, List<String> wanted, Collection<Agent> present) {
    List<Agent> there = new ArrayList<>(present);
    List<Agent> admitted = new ArrayList<>();
    for (String handle : wanted) {
      Optional<Agent> x = find(handle);
      if (x.isPresent()
          && reachable(caller, x.get())
          && there.stream().noneMatch(other -> apart(other, x.get()))) {
        admitted.add(x.get());
        there.add(x.get());
      }
    }
    return admitted;
  }
}
