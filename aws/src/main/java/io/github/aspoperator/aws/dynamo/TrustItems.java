package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The one item of each agent that holds all that trust asks: its policy, and its allowlist and
 * blocks as sets of digests, so that the longest lists fit, a limit is a condition, and trust
 * always makes the same reads whatever they find (invariant 7). The texts behind the digests are
 * items of their own, for listing only; the sets decide.
 */
final class TrustItems {

  /** The policy; there exactly while the agent is registered. */
  static final String POLICY = "o";

  /** There once the agent was removed. */
  static final String REMOVED = "r";

  static final String ALLOWED = "al";
  static final String BLOCKED = "bl";

  private static final int DIGEST_BYTES = 16;

  private final Dynamo dynamo;
  private final String table;

  TrustItems(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  /** The items that are there, by handle. */
  Map<Handle, Item> of(Collection<Handle> handles) {
    List<Key> keys = handles.stream().distinct().map(Keys::agentItem).toList();
    Map<Handle, Item> items = new HashMap<>();
    for (Item item : dynamo.getAll(table, keys)) {
      items.put(Keys.ofAgent(item), item);
    }
    return items;
  }

  /** The digests of one of an agent's lists. */
  Set<SdkBytes> set(Handle handle, String list) {
    return dynamo.get(table, Keys.agentItem(handle)).map(item -> item.set(list)).orElse(Set.of());
  }

  /** The items of {@code texts} in {@code range} whose digests are in an agent's list. */
  List<Item> listed(Handle handle, String list, Range range) {
    Set<SdkBytes> digests = set(handle, list);
    return dynamo.all(table, range, "", Integer.MAX_VALUE).stream()
        .filter(item -> digests.contains(digest(Keys.text(item))))
        .toList();
  }

  /** Adds {@code digests} to a list if {@code condition} holds; answers whether it did. */
  boolean add(Handle handle, String list, Collection<SdkBytes> digests, Condition condition) {
    Update update =
        new Update(
            "add " + list + " :d", Map.of(":d", AttributeValue.fromBs(List.copyOf(digests))));
    return dynamo.update(table, Keys.agentItem(handle), update, condition).isEmpty();
  }

  /** Takes {@code text} off a list, if it is on it. */
  void remove(Handle handle, String list, String text) {
    Update update =
        new Update(
            "delete " + list + " :d", Map.of(":d", AttributeValue.fromBs(List.of(digest(text)))));
    dynamo.update(table, Keys.agentItem(handle), update, Conditions.SOMETHING_THERE);
  }

  /** What stands for {@code text} in a list. */
  static SdkBytes digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.US_ASCII));
      return SdkBytes.fromByteArrayUnsafe(Arrays.copyOf(digest, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** By digest. */
  static Map<SdkBytes, Handle> digests(Collection<Handle> handles) {
    return handles.stream()
        .distinct()
        .collect(Collectors.toMap(handle -> digest(handle.text()), handle -> handle));
  }
}
