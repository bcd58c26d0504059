package io.github.aspoperator.identity;

/**
 * Port: owners that have a token of their own (protocol section 7). A write is durable when it
 * answers.
 */
public interface Owners {

  /** Registers {@code owner}, atomically. Answers false when it is there already. */
  boolean register(Owner owner);

  /** Removes it; it may be registered again. Answers false when it is not there. */
  boolean remove(Owner owner);

  /** Whether it is registered. */
  boolean exists(Owner owner);
}
