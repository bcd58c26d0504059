package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Agents}: an item for each, and a directory of their handles. */
public final class DynamoAgents implements Agents {

  private final Dynamo dynamo;
  private final String table;
  private final TrustItems items;

  /** Agents in the agents table. */
  public DynamoAgents(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
    this.items = new TrustItems(dynamo, tables);
  }

  @Override
  public boolean register(Agent agent) {
    return dynamo.transact(
        List.of(
            Writes.update(
                table,
                Keys.agentItem(agent.handle()),
                policy(agent.policy()),
                Conditions.NEVER_REGISTERED),
            Writes.put(table, Item.at(Keys.listed(agent.handle())))));
  }

  private static Update policy(Policy policy) {
    return new Update("set o = :o", Map.of(":o", AttributeValue.fromS(policy.name())));
  }

  @Override
  public Optional<Agent> find(Handle handle) {
    return dynamo.get(table, Keys.agentItem(handle)).flatMap(item -> agent(handle, item));
  }

  private static Optional<Agent> agent(Handle handle, Item item) {
    return item.has(TrustItems.POLICY)
        ? Optional.of(new Agent(handle, Policy.valueOf(item.text(TrustItems.POLICY))))
        : Optional.empty();
  }

  @Override
  public Map<Handle, Agent> findAll(Collection<Handle> handles) {
    Map<Handle, Agent> agents = new HashMap<>();
    items
        .of(handles)
        .forEach(
            (handle, item) -> agent(handle, item).ifPresent(agent -> agents.put(handle, agent)));
    return agents;
  }

  @Override
  public List<Handle> removed(Collection<Handle> handles) {
    Map<Handle, Item> there = items.of(handles);
    return handles.stream()
        .distinct()
        .filter(handle -> {
          Item item = there.get(handle);
          return item != null && item.has(TrustItems.REMOVED);
        })
        .toList();
  }

  @Override
  public boolean setPolicy(Handle handle, Policy policy) {
    return dynamo
        .update(table, Keys.agentItem(handle), policy(policy), Conditions.REGISTERED)
        .isEmpty();
  }

  @Override
  public boolean remove(Handle handle) {
    Update tombstone =
        new Update("set r = :r remove o, al, bl", Map.of(":r", AttributeValue.fromBool(true)));
    return dynamo.transact(
        List.of(
            Writes.update(table, Keys.agentItem(handle), tombstone, Conditions.REGISTERED),
            Writes.delete(table, Keys.listed(handle))));
  }

  @Override
  public List<Agent> page(Optional<Owner> owner, Optional<Handle> after, int limit) {
    List<Agent> page = new ArrayList<>();
    Optional<Handle> from = after;
    while (page.size() < limit) {
      int left = limit - page.size();
      List<Handle> handles =
          dynamo.all(table, Keys.directory(owner, from), "", left).stream()
              .map(Keys::ofListed)
              .toList();
      Map<Handle, Agent> found = findAll(handles);
      handles.stream().filter(found::containsKey).map(found::get).forEach(page::add);
      if (handles.size() < left) {
        break;
      }
      from = Optional.of(handles.getLast());
    }
    return page;
  }
}
