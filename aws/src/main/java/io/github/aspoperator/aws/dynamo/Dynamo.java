package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.aws.process.Tasks;
import io.github.aspoperator.refusal.Unavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The few calls of DynamoDB that are made here. A table that does not answer, or only that it is
 * too busy, is {@link Unavailable} once the client has tried again a bounded number of times; a
 * call that is wrong in itself is thrown as it comes.
 */
public final class Dynamo {

  /** Keys of one BatchGetItem. */
  private static final int MOST_KEYS = 100;

  /** Items that are read at once to be filtered: they have to be there within a try. */
  private static final int MOST_FILTERED = 2_000;

  /** Writes of one BatchWriteItem. */
  private static final int MOST_WRITES = 25;

  /** How often what a batch left out, or a transaction that met another one, is tried again. */
  private static final int TRIES = 8;

  private static final long FIRST_PAUSE_MILLIS = 10;

  private final DynamoDbClient client;
  private final Tasks tasks;

  /** Calls by {@code client}. */
  public Dynamo(DynamoDbClient client, Tasks tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /** The item, strongly. */
  Optional<Item> get(String table, Key key) {
    var response =
        call(() ->
            client.getItem(r -> r.tableName(table).key(key.attributes()).consistentRead(true)));
    return response.hasItem() ? Optional.of(Item.of(response.item())) : Optional.empty();
  }

  /** The items that are there, strongly, in no order. No key may come twice. */
  List<Item> getAll(String table, Collection<Key> keys) {
    List<Key> all = List.copyOf(keys);
    List<Item> items = new ArrayList<>(all.size());
    for (int from = 0; from < all.size(); from += MOST_KEYS) {
      List<Key> some = all.subList(from, Math.min(all.size(), from + MOST_KEYS));
      batch(Map.of(table, Wanted.strongly(some))).forEach((_, found) -> items.addAll(found));
    }
    return items;
  }

  /**
   * Some keys of one table.
   *
   * @param keys at least one
   * @param strongly whether every write that was answered is seen; DynamoDB lets one table have one
   *     consistency in a call
   */
  record Wanted(List<Key> keys, boolean strongly) {
    static Wanted strongly(List<Key> keys) {
      return new Wanted(keys, true);
    }

    private KeysAndAttributes request() {
      return KeysAndAttributes.builder()
          .keys(keys.stream().map(Key::attributes).toList())
          .consistentRead(strongly)
          .build();
    }
  }

  /** What is there of {@code wanted}, by table: one round trip for at most 100 keys together. */
  Map<String, List<Item>> batch(Map<String, Wanted> wanted) {
    Map<String, List<Item>> found = new HashMap<>();
    Map<String, KeysAndAttributes> left = new HashMap<>();
    wanted.forEach((table, some) -> left.put(table, some.request()));
    for (int tried = 0; !left.isEmpty(); tried++) {
      beforeTry(tried);
      var response = call(() -> client.batchGetItem(r -> r.requestItems(Map.copyOf(left))));
      response
          .responses()
          .forEach((table, items) ->
              found
                  .computeIfAbsent(table, _ -> new ArrayList<>())
                  .addAll(items.stream().map(Item::of).toList()));
      left.clear();
      left.putAll(response.unprocessedKeys());
    }
    return found;
  }

  /**
   * One page of a query, strongly.
   *
   * @param filter what items must hold besides, or empty; what it leaves out is read and paid for
   * @param limit items read at most
   * @param from where the last page ended, or empty
   */
  Page query(
      String table, Range range, String filter, int limit, Map<String, AttributeValue> from) {
    var response =
        call(() ->
            client.query(r -> {
              r.tableName(table)
                  .keyConditionExpression(range.condition())
                  .expressionAttributeValues(range.values())
                  .scanIndexForward(range.rising())
                  .consistentRead(true)
                  .limit(limit);
              if (!filter.isEmpty()) {
                r.filterExpression(filter);
              }
              if (!from.isEmpty()) {
                r.exclusiveStartKey(from);
              }
            }));
    return new Page(
        response.items().stream().map(Item::of).toList(),
        response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of());
  }

  /**
   * A page.
   *
   * @param items in order; may be none though there is more
   * @param next where the next one begins, empty at the end
   */
  record Page(List<Item> items, Map<String, AttributeValue> next) {}

  /** Items of a range, strongly, at most {@code limit} of those that pass {@code filter}. */
  List<Item> all(String table, Range range, String filter, int limit) {
    List<Item> items = new ArrayList<>();
    Map<String, AttributeValue> from = Map.of();
    int most = Math.min(limit, MOST_FILTERED);
    do {
      int left = limit - items.size();
      // what is filtered out counts as read: more and more at once where hardly any passes
      Page page = query(table, range, filter, filter.isEmpty() ? left : most, from);
      items.addAll(page.items().subList(0, Math.min(left, page.items().size())));
      from = page.next();
      most = Math.min(2 * most, MOST_FILTERED);
    } while (!from.isEmpty() && items.size() < limit);
    return items;
  }

  /** Writes {@code item}, whatever is there. */
  void put(String table, Item item) {
    call(() -> client.putItem(r -> r.tableName(table).item(item.attributes())));
  }

  /** Writes all of {@code items}, whatever is there; no key may come twice. */
  void putAll(String table, List<Item> items) {
    List<WriteRequest> writes =
        items.stream()
            .map(item -> WriteRequest.builder().putRequest(p -> p.item(item.attributes())).build())
            .toList();
    for (int from = 0; from < writes.size(); from += MOST_WRITES) {
      writeSome(table, writes.subList(from, Math.min(writes.size(), from + MOST_WRITES)));
    }
  }

  private void writeSome(String table, List<WriteRequest> some) {
    Map<String, List<WriteRequest>> left = Map.of(table, some);
    for (int tried = 0; !left.isEmpty(); tried++) {
      beforeTry(tried);
      Map<String, List<WriteRequest>> now = left;
      left = call(() -> client.batchWriteItem(r -> r.requestItems(now))).unprocessedItems();
    }
  }

  /**
   * Writes {@code item} if {@code condition} holds: nothing when it was written, else what is there
   * instead, which has no attributes when nothing is. A put whose answer was lost and that the
   * client repeated finds itself there.
   */
  Optional<Item> put(String table, Item item, Condition condition) {
    return conditional(() ->
        client.putItem(r ->
            r.tableName(table)
                .item(item.attributes())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.valuesOrNull())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  /** Changes an item by {@code update} if {@code condition} holds; answers as {@code put} does. */
  Optional<Item> update(String table, Key key, Update update, Condition condition) {
    return conditional(() ->
        client.updateItem(r ->
            r.tableName(table)
                .key(key.attributes())
                .updateExpression(update.expression())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(update.with(condition))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  /** Deletes an item, if it is there. */
  void delete(String table, Key key) {
    call(() -> client.deleteItem(r -> r.tableName(table).key(key.attributes())));
  }

  /** Deletes an item if {@code condition} holds; what was there then. */
  Optional<Item> take(String table, Key key, Condition condition) {
    try {
      var response =
          call(() ->
              client.deleteItem(r ->
                  r.tableName(table)
                      .key(key.attributes())
                      .conditionExpression(condition.expression())
                      .expressionAttributeValues(condition.valuesOrNull())
                      .returnValues("ALL_OLD")));
      return response.hasAttributes()
          ? Optional.of(Item.of(response.attributes()))
          : Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes all of {@code writes} or none: answers whether it did, and false when a condition did not
   * hold. For changes of more than one item that must not come apart; never on the path of a
   * message.
   */
  boolean transact(List<TransactWriteItem> writes) {
    for (int tried = 0; ; tried++) {
      beforeTry(tried);
      try {
        call(() -> client.transactWriteItems(r -> r.transactItems(writes)));
        return true;
      } catch (TransactionCanceledException e) {
        if (e.cancellationReasons().stream()
            .anyMatch(r -> "ConditionalCheckFailed".equals(r.code()))) {
          return false;
        }
        // another write of the same items was under way: theirs is done or gone by the next try
      }
    }
  }

  private Optional<Item> conditional(Supplier<?> call) {
    try {
      call(call);
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(Item.of(e.hasItem() ? e.item() : Map.of()));
    }
  }

  private void beforeTry(int tried) {
    if (tried >= TRIES) {
      throw new Unavailable("DynamoDB", new IllegalStateException("given up after " + tried));
    }
    if (tried > 0) {
      tasks.pauseAbout(FIRST_PAUSE_MILLIS << tried);
    }
  }

  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
      throw e;
    } catch (DynamoDbException e) {
      if (e.isThrottlingException() || e.statusCode() >= 500 || isBusy(e)) {
        throw new Unavailable("DynamoDB", e);
      }
      throw e;
    } catch (SdkClientException e) {
      throw new Unavailable("DynamoDB", e);
    }
  }

  private static boolean isBusy(DynamoDbException e) {
    return switch (e.awsErrorDetails().errorCode()) {
      case "TransactionConflictException", "TransactionInProgressException" -> true;
      default -> false;
    };
  }
}
