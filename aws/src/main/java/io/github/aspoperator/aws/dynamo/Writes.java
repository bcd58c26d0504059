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

  /**
   * Changes an item in place; nothing of the transaction happens unless {@code condition} holds.
   */
  static TransactWriteItem update(String table, Key key, Update update, Condition condition) {
    return TransactWriteItem.builder()
        .update(u ->
            u.tableName(table)
                .key(key.attributes())
                .updateExpression(update.expression())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(update.with(condition)))
        .build();
  }

  /** Deletes an item, if it is there. */
  static TransactWriteItem delete(String table, Key key) {
    return TransactWriteItem.builder()
        .delete(d -> d.tableName(table).key(key.attributes()))
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
