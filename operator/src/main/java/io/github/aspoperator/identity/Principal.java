package io.github.aspoperator.identity;

/** Whom a token stands for. */
public sealed interface Principal {

  /**
   * An agent, on the agents' wire.
   *
   * @param handle which
   */
  record OfAgent(Handle handle) implements Principal {}

  /**
   * An owner, on the owner's side, for its own agents only.
   *
   * @param owner which
   */
  record OfOwner(Owner owner) implements Principal {}

  /** Who runs the operator. */
  record OfOperator() implements Principal {}
}
