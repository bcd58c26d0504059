package io.github.aspoperator.identity;

/** Where fresh identifiers come from. */
@FunctionalInterface
public interface Ids {

  /**
   * Ids left free after each {@link #next()}, so that the events of one command can count on from
   * it.
   */
  int SPAN = 1024;

  /**
   * An id never given before, later than all given before by this source, with {@link #SPAN} free
   * ones behind it.
   */
  Ulid next();
}
