package io.github.aspoperator.local.store;

import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.testkit.PortContracts;
import java.time.Duration;

/** The store on files is held to every contract, over crashes too. */
final class FileStoreTest extends PortContracts {

  @Override
  protected Home open() {
    Folder folder = Folder.fresh();
    return new StoreHome(
        events -> Store.open(folder.path(), events, Duration.ofSeconds(60)), true, folder::delete);
  }
}
