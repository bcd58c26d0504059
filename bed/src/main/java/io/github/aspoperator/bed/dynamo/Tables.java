package io.github.aspoperator.bed.dynamo;

import io.github.aspoperator.bed.template.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Makes the template's tables in an engine. */
public final class Tables {

  private final DynamoDbClient client;

  /** In the engine of {@code client}. */
  public Tables(DynamoDbClient client) {
    this.client = client;
  }

  /** Makes them all, and returns when they can be used. */
  public void create(List<TableSpec> tables) {
    tables.forEach(this::create);
    for (TableSpec table : tables) {
      client.waiter().waitUntilTableExists(r -> r.tableName(table.name()));
      table
          .ttl()
          .ifPresent(attribute ->
              client.updateTimeToLive(r ->
                  r.tableName(table.name())
                      .timeToLiveSpecification(t -> t.attributeName(attribute).enabled(true))));
    }
  }

  /** Makes the engine do each kind of thing once: AWS' own is never cold. */
  public void warm(String name) {
    TableSpec scratch =
        new TableSpec(
            name,
            name,
            new TableSpec.Key("p", "S"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    create(List.of(scratch));
    Map<String, AttributeValue> item = Map.of("p", AttributeValue.fromS("a"));
    TransactWriteItem put =
        TransactWriteItem.builder()
            .put(p -> p.tableName(name).item(item).conditionExpression("attribute_not_exists(p)"))
            .build();
    client.transactWriteItems(r -> r.transactItems(List.of(put)));
    client.updateItem(r ->
        r.tableName(name)
            .key(item)
            .updateExpression("SET b = :one")
            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    client.batchGetItem(
        r -> r.requestItems(Map.of(name, KeysAndAttributes.builder().keys(List.of(item)).build())));
    client.query(r ->
        r.tableName(name)
            .keyConditionExpression("p = :p")
            .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("a"))));
    delete(List.of(scratch));
  }

  /** Removes them all: an engine that somebody else runs is left as it was. */
  public void delete(List<TableSpec> tables) {
    tables.forEach(table -> client.deleteTable(r -> r.tableName(table.name())));
  }

  /** The stream of a table, which must have one. */
  public String streamArn(TableSpec table) {
    return client.describeTable(r -> r.tableName(table.name())).table().latestStreamArn();
  }

  private void create(TableSpec table) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    List<KeySchemaElement> schema = new ArrayList<>();
    add(table.hash(), KeyType.HASH, attributes, schema);
    table.range().ifPresent(key -> add(key, KeyType.RANGE, attributes, schema));
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes)
            .keySchema(schema);
    table
        .streamView()
        .ifPresent(
            view -> request.streamSpecification(s -> s.streamEnabled(true).streamViewType(view)));
    client.createTable(request.build());
  }

  private static void add(
      TableSpec.Key key,
      KeyType role,
      List<AttributeDefinition> attributes,
      List<KeySchemaElement> schema) {
    attributes.add(
        AttributeDefinition.builder().attributeName(key.name()).attributeType(key.type()).build());
    schema.add(KeySchemaElement.builder().attributeName(key.name()).keyType(role).build());
  }
}
