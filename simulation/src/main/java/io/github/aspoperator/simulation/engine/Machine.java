package io.github.aspoperator.simulation.engine;

/** One process: its memory lives as long as it does, and its clock is its own. */
public final class Machine {

  private final String name;
  private final long skew;
  private boolean dead;

  /** A live one whose clock differs from the true time by {@code skew} milliseconds. */
  public Machine(String name, long skew) {
    this.name = name;
    this.skew = skew;
  }

  /** What its clock is ahead by, milliseconds. */
  public long skew() {
    return skew;
  }

  /** Whether it was killed. */
  public boolean isDead() {
    return dead;
  }

  /** From now on every fiber of it ends at its next call. */
  public void kill() {
    dead = true;
  }

  @Override
  public String toString() {
    return name;
  }
}
