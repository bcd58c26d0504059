package io.github.aspoperator.simulation.engine;

/** The process is dead: nothing that its code still does has any effect. */
public final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  /** The only one, without a stack: it happens often, and nowhere in particular. */
  @SuppressWarnings("StaticAssignmentOfThrowable")
  static final Killed NOW = new Killed();

  private Killed() {
    super("killed", null, false, false);
  }
}
