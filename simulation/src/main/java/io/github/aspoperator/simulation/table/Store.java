package io.github.aspoperator.simulation.table;

import io.github.aspoperator.simulation.part.Races;
import io.github.aspoperator.simulation.part.TableNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** All tables. */
public final class Store {

  /** How far an eventually consistent read may be behind, milliseconds. */
  static final long LATE_MILLIS = 1_000;

  private static final String NOT_HELD = "ConditionalCheckFailed";

  private final Map<String, Table> tables = new HashMap<>();
  private final LongSupplier clock;
  private final Races races;
  private final Written log;

  /** Empty tables; {@code log} is told of every new item of the log. */
  public Store(LongSupplier clock, Races races, Written log) {
    this.clock = clock;
    this.races = races;
    this.log = log;
    add(new Table(TableNames.LOG, "s", "k"));
    add(new Table(TableNames.AGENTS, "p", "q"));
    add(new Table(TableNames.DELIVERY, "p", "q"));
  }

  /** Tables that hold what those of {@code other} hold now. */
  public Store(Store other, LongSupplier clock, Races races, Written log) {
    this.clock = clock;
    this.races = races;
    this.log = log;
    other.tables.values().forEach(table -> add(new Table(table)));
  }

  private void add(Table table) {
    tables.put(table.name(), table);
  }

  long now() {
    return clock.getAsLong();
  }

  Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table is called " + name);
    }
    return table;
  }

  /** Makes a write, if its condition holds; what was there before. */
  Map<String, AttributeValue> write(Write write) {
    Table table = table(write.table());
    Row row = table.row(write.key());
    Map<String, AttributeValue> before = row.now();
    if (!write.condition().holds(before, write.values())) {
      races.lost(write.table(), table.what(write.key()));
      var failed =
          ConditionalCheckFailedException.builder()
              .awsErrorDetails(AwsErrorDetails.builder().errorCode(NOT_HELD).build())
              .message("the condition does not hold")
              .writableStackTrace(false);
      throw (before.isEmpty() ? failed : failed.item(before)).build();
    }
    become(write, row);
    return before;
  }

  private void become(Write write, Row row) {
    boolean isNew = row.now().isEmpty();
    row.become(write.next().of(row.now()), now());
    if (isNew && write.table().equals(TableNames.LOG)) {
      log.added(row.now());
    }
  }

  /** Makes all of {@code writes}, or none. */
  void writeAll(List<Write> writes) {
    List<String> reasons = new ArrayList<>();
    for (Write write : writes) {
      Row row = table(write.table()).row(write.key());
      reasons.add(write.condition().holds(row.now(), write.values()) ? "None" : NOT_HELD);
    }
    if (reasons.contains(NOT_HELD)) {
      Write lost = writes.get(reasons.indexOf(NOT_HELD));
      races.lost(lost.table(), table(lost.table()).what(lost.key()));
      throw canceled(reasons);
    }
    writes.forEach(write -> become(write, table(write.table()).row(write.key())));
  }

  static TransactionCanceledException canceled(List<String> reasons) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            reasons.stream().map(code -> CancellationReason.builder().code(code).build()).toList())
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("TransactionCanceledException").build())
        .message("canceled")
        .writableStackTrace(false)
        .build();
  }
}
