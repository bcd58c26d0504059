package io.github.aspoperator.simulation.table;

import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.testkit.StoreContracts;

/**
 * The adapters on modelled tables keep the contracts that they keep on DynamoDB: where the model
 * would differ from it in what the operator asks of it, one of them would break.
 */
final class ModelTablesTest extends StoreContracts {

  @Override
  protected Home open() {
    return new ModelHome();
  }
}
