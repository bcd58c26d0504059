package io.github.aspoperator.load.setup;

import java.util.List;

/** Where the agents of a run come from. */
public interface Agents {

  /** At least two agents, and as many as wanted if there are so many. */
  List<Agent> take(int wanted) throws CannotRun;

  /** Whether these agents are new, so that they can be in no session but this run's. */
  boolean areNew();
}
