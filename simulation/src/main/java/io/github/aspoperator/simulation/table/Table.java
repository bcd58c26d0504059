package io.github.aspoperator.simulation.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One table: partitions, and in each the items in the order of their sort keys. */
public final class Table {

  private final String name;
  private final String hash;
  private final String range;
  private final Map<String, NavigableMap<Object, Row>> partitions = new HashMap<>();

  /** An empty one with these two key attributes. */
  public Table(String name, String hash, String range) {
    this.name = name;
    this.hash = hash;
    this.range = range;
  }

  /** One that holds what {@code other} holds now. */
  public Table(Table other) {
    this(other.name, other.hash, other.range);
    other.partitions.forEach((key, rows) -> {
      NavigableMap<Object, Row> copies = new TreeMap<>();
      rows.forEach((at, row) -> {
        if (!row.now().isEmpty()) {
          copies.put(at, new Row(row));
        }
      });
      partitions.put(key, copies);
    });
  }

  String name() {
    return name;
  }

  /** The row of a key, also of one where nothing is. */
  Row row(Map<String, AttributeValue> key) {
    return partition(key.get(hash)).computeIfAbsent(sort(key.get(range)), _ -> new Row());
  }

  private NavigableMap<Object, Row> partition(@Nullable AttributeValue of) {
    if (of == null || of.s() == null) {
      throw new IllegalArgumentException("no partition key for " + name);
    }
    return partitions.computeIfAbsent(of.s(), _ -> new TreeMap<>());
  }

  private Object sort(@Nullable AttributeValue of) {
    if (of == null) {
      throw new IllegalArgumentException("no sort key for " + name);
    }
    return of.n() == null ? of.s() : Long.valueOf(of.n());
  }

  /** The two attributes of its key. */
  Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put(hash, item.get(hash));
    key.put(range, item.get(range));
    return key;
  }

  /** The sort key as text. */
  String what(Map<String, AttributeValue> key) {
    return String.valueOf(sort(key.get(range)));
  }

  /** The items of a partition behind {@code after}, rising or falling. */
  List<Map<String, AttributeValue>> items(
      AttributeValue of, @Nullable Map<String, AttributeValue> after, boolean rising) {
    NavigableMap<Object, Row> rows = partition(of);
    var ordered = rising ? rows : rows.descendingMap();
    var rest =
        after == null || after.isEmpty() ? ordered : ordered.tailMap(sort(after.get(range)), false);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    rest.forEach((_, row) -> {
      if (!row.now().isEmpty()) {
        items.add(row.now());
      }
    });
    return items;
  }

  /** The name of the partition key. */
  String hash() {
    return hash;
  }
}
