package io.github.aspoperator.aws.dynamo;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Three empty tables of nobody else's. */
final class FreshTables implements AutoCloseable {

  private final DynamoDbClient client;
  private final Tables tables;

  FreshTables(DynamoDbClient client) {
    this.client = client;
    String name = "t" + UUID.randomUUID();
    this.tables = new Tables(name + "-log", name + "-agents", name + "-delivery");
    create(tables.log(), Keys.SESSION, Keys.COMMIT, ScalarAttributeType.N, true);
    create(tables.agents(), Keys.OF, Keys.WHAT, ScalarAttributeType.S, false);
    create(tables.delivery(), Keys.OF, Keys.WHAT, ScalarAttributeType.S, false);
    names().forEach(table -> client.waiter().waitUntilTableExists(r -> r.tableName(table)));
  }

  Tables tables() {
    return tables;
  }

  private List<String> names() {
    return List.of(tables.log(), tables.agents(), tables.delivery());
  }

  private void create(
      String table, String partition, String sort, ScalarAttributeType sortType, boolean stream) {
    client.createTable(r -> {
      r.tableName(table)
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .attributeDefinitions(
              attribute(partition, ScalarAttributeType.S), attribute(sort, sortType))
          .keySchema(key(partition, KeyType.HASH), key(sort, KeyType.RANGE));
      if (stream) {
        r.streamSpecification(
            StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(StreamViewType.NEW_IMAGE)
                .build());
      }
    });
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  @Override
  public void close() {
    names().forEach(table -> client.deleteTable(r -> r.tableName(table)));
  }
}
