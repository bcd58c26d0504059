package io.github.aspoperator.testkit;

import org.junit.jupiter.api.Nested;

/** All contracts: a home that extends this and says how to {@link #open} itself is held to them. */
public abstract class PortContracts extends StoreContracts {

  @Nested
  class Queues extends JobsContract {
    @Override
    protected Home open() {
      return PortContracts.this.open();
    }
  }
}
