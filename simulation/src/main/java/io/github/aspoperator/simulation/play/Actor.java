package io.github.aspoperator.simulation.play;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Token;

/** One agent, as its owner knows it. */
public final class Actor {

  private final int number;
  private final Handle handle;
  private Token token;
  private boolean removed;
  private boolean removalUnsure;
  private boolean tokenUnsure;

  Actor(int number, Handle handle, Token token) {
    this.number = number;
    this.handle = handle;
    this.token = token;
  }

  Actor(Actor other) {
    this(other.number, other.handle, other.token);
  }

  /** Its place in the cast. */
  public int number() {
    return number;
  }

  /** Its handle. */
  public Handle handle() {
    return handle;
  }

  /** The token its owner was last given. */
  public Token token() {
    return token;
  }

  /** Whether its removal was begun. */
  public boolean isRemoved() {
    return removed;
  }

  /** Whether nobody knows if it was removed, or by which token it was replaced. */
  public boolean isUnsure() {
    return removalUnsure || tokenUnsure;
  }

  void remove() {
    removed = true;
  }

  /** Nobody knows whether it was removed. */
  void doubtRemoval() {
    removalUnsure = true;
  }

  void replacing() {
    tokenUnsure = true;
  }

  void replaced(Token next) {
    token = next;
    tokenUnsure = false;
  }

  @Override
  public String toString() {
    return handle.text();
  }
}
