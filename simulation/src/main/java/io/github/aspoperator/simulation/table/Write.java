package io.github.aspoperator.simulation.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One write of one item.
 *
 * @param table whose
 * @param key its key, or the item itself
 * @param condition what must hold of what is there
 * @param values of the condition and the change
 * @param next what it becomes of what is there; no attributes: it is deleted
 */
record Write(
    String table,
    Map<String, AttributeValue> key,
    Expression condition,
    Map<String, AttributeValue> values,
    Next next) {

  /** What becomes of an item. */
  @FunctionalInterface
  interface Next {
    Map<String, AttributeValue> of(Map<String, AttributeValue> before);
  }

  static Write of(PutItemRequest put) {
    return put(
        put.tableName(), put.item(), put.conditionExpression(), put.expressionAttributeValues());
  }

  static Write of(UpdateItemRequest update) {
    return update(
        update.tableName(),
        update.key(),
        update.updateExpression(),
        update.conditionExpression(),
        update.expressionAttributeValues());
  }

  static Write of(DeleteItemRequest delete) {
    return delete(
        delete.tableName(),
        delete.key(),
        delete.conditionExpression(),
        delete.expressionAttributeValues());
  }

  static Write of(String table, WriteRequest one) {
    return one.putRequest() != null
        ? put(table, one.putRequest().item(), null, Map.of())
        : delete(table, one.deleteRequest().key(), null, Map.of());
  }

  static Write of(TransactWriteItem part) {
    if (part.put() != null) {
      var put = part.put();
      return put(
          put.tableName(), put.item(), put.conditionExpression(), put.expressionAttributeValues());
    }
    if (part.update() != null) {
      var update = part.update();
      return update(
          update.tableName(),
          update.key(),
          update.updateExpression(),
          update.conditionExpression(),
          update.expressionAttributeValues());
    }
    var delete = part.delete();
    return delete(
        delete.tableName(),
        delete.key(),
        delete.conditionExpression(),
        delete.expressionAttributeValues());
  }

  private static Write put(
      String table,
      Map<String, AttributeValue> item,
      @Nullable String condition,
      Map<String, AttributeValue> values) {
    return new Write(table, item, condition(condition), values, _ -> item);
  }

  private static Write update(
      String table,
      Map<String, AttributeValue> key,
      String update,
      @Nullable String condition,
      Map<String, AttributeValue> values) {
    Change change = Change.of(update);
    Next next =
        before -> {
          Map<String, AttributeValue> after = change.applied(before, values);
          after.putAll(key);
          return after;
        };
    return new Write(table, key, condition(condition), values, next);
  }

  private static Write delete(
      String table,
      Map<String, AttributeValue> key,
      @Nullable String condition,
      Map<String, AttributeValue> values) {
    return new Write(table, key, condition(condition), values, _ -> Map.of());
  }

  private static Expression condition(@Nullable String text) {
    return text == null ? Expression.ALWAYS : Expression.of(text);
  }
}
