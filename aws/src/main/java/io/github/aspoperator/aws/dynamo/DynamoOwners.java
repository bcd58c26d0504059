package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Owners;
import java.util.Optional;
import java.util.UUID;

/** {@link Owners}: an item for each. */
public final class DynamoOwners implements Owners {

  private static final String REGISTRATION = "g";

  private final Dynamo dynamo;
  private final String table;

  /** Owners in the agents table. */
  public DynamoOwners(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  @Override
  public boolean register(Owner owner) {
    String registration = UUID.randomUUID().toString();
    Item item = Item.at(Keys.owner(owner)).text(REGISTRATION, registration);
    Optional<Item> there = dynamo.put(table, item, Conditions.NOTHING_THERE);
    // the client repeats a put whose answer was lost: then what is there is this very one
    return there.isEmpty()
        || (there.get().has(REGISTRATION) && there.get().text(REGISTRATION).equals(registration));
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
