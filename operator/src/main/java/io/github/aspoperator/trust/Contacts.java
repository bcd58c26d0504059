package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import java.util.Set;

/**
 * Trust's answers for one command.
 *
 * @param reachable those the caller may contact: reachable(caller, x) holds (protocol section 2)
 * @param blocks every block between two of the agents the command concerns
 */
public record Contacts(Set<Handle> reachable, Set<Block> blocks) {

  /** No answers: for commands that contact nobody. */
  public static final Contacts NONE = new Contacts(Set.of(), Set.of());

  /** Whether {@code blocker} blocks {@code blocked}. */
  public boolean blocks(Handle blocker, Handle blocked) {
    return !blocks.isEmpty() && blocks.contains(new Block(blocker, blocked));
  }

  /** Whether a block stands between the two, either way. */
  public boolean apart(Handle one, Handle other) {
    return blocks(one, other) || blocks(other, one);
  }
}
