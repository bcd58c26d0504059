package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Agents}: the agent item, and one in the directory of all handles while it stands. */
public final class DynamoAgents implements Agents {

  private static final Update TO_TOMBSTONE =
      new Update("set r = :r remove o, al, bl", Map.of(":r", AttributeValue.fromBool(true)));

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
    Key key = Keys.agentItem(agent.handle());
    return dynamo.transact(
        List.of(
            Writes.update(table, key, to(agent.policy()), Conditions.NEVER_REGISTERED),
            Writes.put(table, Item.at(Keys.listed(agent.handle())))));
  }

  private static Update to(Policy policy) {
    return new Update("set o = :o", Map.of(":o", AttributeValue.fromS(policy.text())));
  }

  @Override
  public Optional<Agent> find(Handle handle) {
    return items.find(handle).agent();
  }

  @Override
  public Map<Handle, Agent> findAll(Collection<Handle> handles) {
    return items.findAll(handles).values().stream()
        .flatMap(item -> item.agent().stream())
        .collect(Collectors.toUnmodifiableMap(Agent::handle, agent -> agent));
  }

  @Override
  public List<Handle> removed(Collection<Handle> handles) {
    return items.findAll(handles).values().stream()
        .filter(TrustItem::isRemoved)
        .map(TrustItem::handle)
        .toList();
  }

  @Override
  public boolean setPolicy(Handle handle, Policy policy) {
    Key key = Keys.agentItem(handle);
    return dynamo.update(table, key, to(policy), Conditions.REGISTERED).isEmpty();
  }

  @Override
  public boolean remove(Handle handle) {
    Key key = Keys.agentItem(handle);
    return dynamo.transact(
        List.of(
            Writes.update(table, key, TO_TOMBSTONE, Conditions.REGISTERED),
            Writes.delete(table, Keys.listed(handle))));
  }

  @Override
  public List<Agent> page(Optional<Owner> owner, Optional<Handle> after, int limit) {
    Range range = Keys.directory(owner, after);
    List<Agent> page = new ArrayList<>();
    Map<String, AttributeValue> from = Map.of();
    do {
      // those removed since they were listed leave room for more
      Dynamo.Page listed = dynamo.query(table, range, "", limit - page.size(), from);
      List<Handle> handles = listed.items().stream().map(Keys::ofListed).toList();
      Map<Handle, Agent> agents = findAll(handles);
      handles.stream().filter(agents::containsKey).map(agents::get).forEach(page::add);
      from = listed.next();
    } while (!from.isEmpty() && page.size() < limit);
    return page;
  }
}
