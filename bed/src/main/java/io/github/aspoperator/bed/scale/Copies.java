package io.github.aspoperator.bed.scale;

import io.github.aspoperator.bed.Bed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Makes many sessions of one, faster than calls could: its items in the delivery table, written
 * again under other ids. Their logs are not copied: nothing but a reader of old events looks there.
 */
final class Copies {

  /** The digits of an id, in their order. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Digits of an id that are counted. */
  private static final int COUNTED = 8;

  private static final int BATCH = 25;

  private final DynamoDbClient tables;
  private final String table;
  private final String id;

  /** Of {@code session}, which has been drained. */
  Copies(Bed bed, String session) {
    this.tables = bed.tables();
    this.table = bed.environment("SendMessageFunction").getOrDefault("ASP_DELIVERY_TABLE", "none");
    this.id = session.substring(session.lastIndexOf('_') + 1);
  }

  /** Writes {@code count} of them. */
  void write(int count) {
    List<Map<String, AttributeValue>> items = items();
    List<WriteRequest> some = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String other = other(i);
      for (Map<String, AttributeValue> item : items) {
        some.add(WriteRequest.builder().putRequest(p -> p.item(renamed(item, other))).build());
        if (some.size() == BATCH) {
          write(some);
          some.clear();
        }
      }
    }
    if (!some.isEmpty()) {
      write(some);
    }
  }

  private void write(List<WriteRequest> some) {
    Map<String, List<WriteRequest>> left = Map.of(table, List.copyOf(some));
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> now = left;
      left = tables.batchWriteItem(r -> r.requestItems(now)).unprocessedItems();
    }
  }

  /** Head, roster, and the entries of its members' indexes. */
  private List<Map<String, AttributeValue>> items() {
    return tables.scanPaginator(r -> r.tableName(table)).items().stream()
        .filter(item ->
            item.values().stream().anyMatch(value -> value.s() != null && value.s().contains(id)))
        .toList();
  }

  private Map<String, AttributeValue> renamed(Map<String, AttributeValue> item, String other) {
    Map<String, AttributeValue> renamed = new HashMap<>(item);
    renamed.replaceAll((_, value) ->
        value.s() == null ? value : AttributeValue.fromS(value.s().replace(id, other)));
    return renamed;
  }

  private String other(int number) {
    StringBuilder text = new StringBuilder(id);
    int rest = number;
    for (int i = 1; i <= COUNTED; i++) {
      text.setCharAt(id.length() - i, DIGITS.charAt(rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return text.toString();
  }
}
