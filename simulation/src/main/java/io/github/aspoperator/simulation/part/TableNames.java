package io.github.aspoperator.simulation.part;

/** The tables, as the environment of every simulated function names them. */
public final class TableNames {

  /** Commits, with a stream. */
  public static final String LOG = "log";

  /** Agents, tokens, owners, lists. */
  public static final String AGENTS = "agents";

  /** Everything that only serves delivery. */
  public static final String DELIVERY = "delivery";

  private TableNames() {}
}
