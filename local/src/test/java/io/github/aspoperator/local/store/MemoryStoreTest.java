package io.github.aspoperator.local.store;

import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.testkit.PortContracts;
import java.time.Duration;

/** The store in memory is held to every contract. */
final class MemoryStoreTest extends PortContracts {

  @Override
  protected Home open() {
    return new StoreHome(events -> Store.inMemory(events, Duration.ofSeconds(60)), false, () -> {});
  }
}
