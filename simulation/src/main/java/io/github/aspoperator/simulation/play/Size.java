package io.github.aspoperator.simulation.play;

/** How many take part in a schedule, and how much of it there is. */
public enum Size {
  /** Four agents, none of them connected: some 400 steps. */
  USUAL(4, 12),
  /** Two agents that are connected already: some 50 steps. */
  SMALL(2, 1);

  private final int agents;
  private final int acts;

  Size(int agents, int acts) {
    this.agents = agents;
    this.acts = acts;
  }

  /** Who takes part. */
  int agents() {
    return agents;
  }

  /** How many things agents and owners begin, unless it is said otherwise. */
  public int acts() {
    return acts;
  }
}
