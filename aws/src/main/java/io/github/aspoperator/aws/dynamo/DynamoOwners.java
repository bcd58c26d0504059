package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Owners;

/** {@link Owners}: an item for each. */
public final class DynamoOwners implements Owners {

  private final Dynamo dynamo;
  private final String table;

  /** Owners in the agents table. */
  public DynamoOwners(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  @Override
  public boolean register(Owner owner) {
    return dynamo.put(table, Item.at(Keys.owner(owner)), Conditions.NOTHING_THERE).isEmpty();
  }

  @Override
  public boolean remove(Owner owner) {
    return dynamo.take(table, Keys.owner(owner), Conditions.SOMETHING_THERE).isPresent();
  }

  @Override
  public boolean exists(Owner owner) {
    return dynamo.get(table, Keys.owner(owner)).isPresent();
  }
}
