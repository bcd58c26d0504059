package io.github.aspoperator.aws.dynamo;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The parts of a {@linkplain Dynamo#transact transaction}. */
final class Writes {

  private Writes() {}

  /** Writes {@code item}, whatever is there. */
  static TransactWriteItem put(String table, Item item) {
    return TransactWriteItem.builder().put(p -> p.tableName(table).item(item.attributes())).build();
  }

  /** Writes {@code item}; nothing of the transaction happens unless {@code condition} holds. */
  static TransactWriteItem put(String table, Item item, Condition condition) {
    return TransactWriteItem.builder()
        .put(p ->
            p.tableName(table)
                .item(item.attributes())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.valuesOrNull()))
        .build();
  }

  /** Deletes an item; nothing of the transaction happens unless {@code condition} holds. */
  static TransactWriteItem delete(String table, Key key, Condition condition) {
    return TransactWriteItem.builder()
        .delete(d ->
            d.tableName(table)
                .key(key.attributes())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.valuesOrNull()))
        .build();
  }
}
