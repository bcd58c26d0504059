package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The members of one {@link TrustList} of each agent. The set in the agent item is the truth, and
 * its size the limit; the texts are items beside it, for showing the list only.
 *
 * <p>Texts are written before the set, so that whatever is in it can be shown, and one that a crash
 * left without a member is passed over. A removal takes both away at once and counts itself: an
 * addition that did not see it is lost, and writes the texts again.
 */
final class TrustMembers {

  private final Dynamo dynamo;
  private final String table;
  private final TrustItems items;
  private final TrustList list;

  TrustMembers(Dynamo dynamo, Tables tables, TrustList list) {
    this.dynamo = dynamo;
    this.table = tables.agents();
    this.items = new TrustItems(dynamo, tables);
    this.list = list;
  }

  /** The texts of the members, in their order. */
  List<String> texts(Handle agent) {
    Set<SdkBytes> members = items.find(agent).members(list);
    return dynamo.all(table, Keys.texts(agent, list), "", Integer.MAX_VALUE).stream()
        .map(item -> Keys.ofText(item, list))
        .filter(text -> members.contains(Digest.of(text)))
        .toList();
  }

  /** Adds members. Answers false, and adds none, when there would be too many. */
  boolean add(Handle agent, Collection<String> texts) {
    while (true) {
      TrustItem there = items.find(agent);
      Map<SdkBytes, String> fresh = fresh(there, texts);
      if (there.members(list).size() + fresh.size() > list.max()) {
        return false;
      }
      if (fresh.isEmpty() || add(there, fresh)) {
        return true;
      }
      // lost to a removal, or to additions near the limit: each time another call has come through
    }
  }

  private Map<SdkBytes, String> fresh(TrustItem there, Collection<String> texts) {
    Set<SdkBytes> members = there.members(list);
    Map<SdkBytes, String> fresh = new LinkedHashMap<>();
    for (String text : texts) {
      SdkBytes digest = Digest.of(text);
      if (!members.contains(digest)) {
        fresh.put(digest, text);
      }
    }
    return fresh;
  }

  private boolean add(TrustItem there, Map<SdkBytes, String> fresh) {
    Handle agent = there.handle();
    dynamo.putAll(
        table, fresh.values().stream().map(text -> Item.at(Keys.text(agent, list, text))).toList());
    Update update =
        new Update(
            "add " + list.attribute() + " :fresh",
            Map.of(":fresh", AttributeValue.fromBs(List.copyOf(fresh.keySet()))));
    Condition condition = Conditions.roomFor(fresh.size(), list, there.removals());
    return dynamo.update(table, Keys.agentItem(agent), update, condition).isEmpty();
  }

  /** Takes a member out, if it is there. */
  void remove(Handle agent, String text) {
    SdkBytes digest = Digest.of(text);
    Update update =
        new Update(
            "delete " + list.attribute() + " :gone add " + TrustItem.REMOVALS + " :one",
            Map.of(
                ":gone",
                AttributeValue.fromBs(List.of(digest)),
                ":one",
                AttributeValue.fromN("1")));
    dynamo.transact(
        List.of(
            Writes.update(table, Keys.agentItem(agent), update, Conditions.isMember(digest, list)),
            Writes.delete(table, Keys.text(agent, list, text))));
  }
}
