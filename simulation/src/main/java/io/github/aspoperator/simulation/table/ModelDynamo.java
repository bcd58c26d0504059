package io.github.aspoperator.simulation.table;

import io.github.aspoperator.simulation.part.Calls;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A client of modelled tables. A call takes effect whole, at one moment; a read that is not strong
 * may see what was there a moment before.
 */
public final class ModelDynamo implements DynamoDbClient {

  private final Store store;
  private final Calls calls;
  private final Faults faults;

  /** A client of {@code store}. */
  public ModelDynamo(Store store, Calls calls, Faults faults) {
    this.store = store;
    this.calls = calls;
    this.faults = faults;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private <T> T read(String what, Object of, Supplier<T> effect) {
    return calls.make(new Named(what, of), TableCall.READ, effect);
  }

  private <T> T write(String what, Object of, Supplier<T> effect) {
    return calls.make(new Named(what, of), TableCall.WRITE, effect);
  }

  /** A call, spelled only when somebody wants to read it. */
  private record Named(String what, Object of) {
    @Override
    public String toString() {
      return what + " " + Shown.of(of);
    }
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return read(
        "get",
        request.key(),
        () -> {
          Table table = store.table(request.tableName());
          var item = seen(table.row(request.key()), request.consistentRead());
          return item.isEmpty()
              ? GetItemResponse.builder().build()
              : GetItemResponse.builder().item(item).build();
        });
  }

  /** The order of a map may differ from process to process; a schedule may not. */
  private static <T> Map<String, T> byName(Map<String, T> tables) {
    return new TreeMap<>(tables);
  }

  private Map<String, AttributeValue> seen(Row row, @Nullable Boolean strongly) {
    boolean strong = strongly != null && strongly;
    boolean late = !strong && faults.strike(Fault.STALE_READ, 8);
    return late ? row.late(store.now(), Store.LATE_MILLIS) : row.now();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    Map<String, KeysAndAttributes> tables = byName(request.requestItems());
    return read(
        "batch get",
        tables,
        () -> {
          Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
          Map<String, KeysAndAttributes> left = new HashMap<>();
          tables.forEach((name, wanted) -> {
            Table table = store.table(name);
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            List<Map<String, AttributeValue>> keys = wanted.keys();
            int done = keys.size();
            if (done > 1 && faults.strike(Fault.BATCH_UNFINISHED)) {
              done--;
              left.put(name, wanted.toBuilder().keys(keys.subList(done, keys.size())).build());
            }
            for (Map<String, AttributeValue> key : keys.subList(0, done)) {
              var item = seen(table.row(key), wanted.consistentRead());
              if (!item.isEmpty()) {
                items.add(item);
              }
            }
            found.put(name, items);
          });
          return BatchGetItemResponse.builder().responses(found).unprocessedKeys(left).build();
        });
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return read(
        "query",
        request.expressionAttributeValues(),
        () -> {
          Table table = store.table(request.tableName());
          Expression key = Expression.of(request.keyConditionExpression());
          Expression filter =
              request.filterExpression() == null
                  ? Expression.ALWAYS
                  : Expression.of(request.filterExpression());
          Map<String, AttributeValue> values = request.expressionAttributeValues();
          boolean rising = request.scanIndexForward() == null || request.scanIndexForward();
          int limit = request.limit() == null ? Integer.MAX_VALUE : request.limit();
          if (limit > 1 && faults.strike(Fault.SHORT_PAGE)) {
            limit = 1;
          }
          AttributeValue partition = Values.given(values, ":" + table.hash());
          List<Map<String, AttributeValue>> found = new ArrayList<>();
          @Nullable Map<String, AttributeValue> last = null;
          int looked = 0;
          for (var item : table.items(partition, request.exclusiveStartKey(), rising)) {
            if (key.holds(item, values)) {
              if (filter.holds(item, values)) {
                found.add(item);
              }
              looked++;
              if (looked == limit) {
                last = table.key(item);
                break;
              }
            }
          }
          return QueryResponse.builder().items(found).lastEvaluatedKey(last).build();
        });
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return write(
        "put",
        request.item(),
        () -> {
          store.write(Write.of(request));
          return PutItemResponse.builder().build();
        });
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return write(
        "update",
        request.key(),
        () -> {
          store.write(Write.of(request));
          return UpdateItemResponse.builder().build();
        });
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return write(
        "delete",
        request.key(),
        () -> {
          var before = store.write(Write.of(request));
          return before.isEmpty()
              ? DeleteItemResponse.builder().build()
              : DeleteItemResponse.builder().attributes(before).build();
        });
  }

  /** Each of the writes is one of its own; any of them may be left for later. */
  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    Map<String, List<WriteRequest>> tables = byName(request.requestItems());
    return write(
        "batch write",
        tables,
        () -> {
          Map<String, List<WriteRequest>> left = new HashMap<>();
          tables.forEach((name, writes) -> {
            int done = writes.size();
            if (done > 1 && faults.strike(Fault.BATCH_UNFINISHED)) {
              done--;
              left.put(name, writes.subList(done, writes.size()));
            }
            writes.subList(0, done).forEach(one -> store.write(Write.of(name, one)));
          });
          return BatchWriteItemResponse.builder().unprocessedItems(left).build();
        });
  }

  /** A transaction that is sent again is not made again: the client names it. */
  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    boolean[] done = {false};
    return write(
        "transact",
        request.transactItems(),
        () -> {
          if (!done[0]) {
            if (faults.strike(Fault.TRANSACTION_CONFLICT, 4)) {
              throw Store.canceled(List.of("TransactionConflict"));
            }
            store.writeAll(request.transactItems().stream().map(Write::of).toList());
            done[0] = true;
          }
          return TransactWriteItemsResponse.builder().build();
        });
  }
}
