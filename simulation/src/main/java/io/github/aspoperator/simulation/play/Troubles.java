package io.github.aspoperator.simulation.play;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong, in the order in which it was. */
public final class Troubles {

  private final List<String> found = new ArrayList<>();

  /** Notes one. */
  public void found(String what) {
    found.add(what);
  }

  /** All of them. */
  public List<String> all() {
    return List.copyOf(found);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }
}
