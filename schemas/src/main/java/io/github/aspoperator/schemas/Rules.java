package io.github.aspoperator.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The schemas of the contract, ready to be held against JSON. Safe for threads. */
final class Rules {

  /** Where the schemas stand to each other; nothing is ever fetched from there. */
  private static final String BASE = "https://contract.invalid/schemas/";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Rules::source));

  private static String source(String address) {
    if (!address.startsWith(BASE)) {
      throw new IllegalArgumentException("a schema refers to " + address);
    }
    return Json.text(address.substring(BASE.length()));
  }

  /** The schema in a file of the contract. */
  Schema file(String name) {
    return loaded(registry.getSchema(SchemaLocation.of(BASE + name), Json.file(name)));
  }

  /** A schema that stands in a document; its references are to files of the contract. */
  Schema inline(String name, JsonNode schema) {
    return loaded(registry.getSchema(SchemaLocation.of(BASE + name), schema));
  }

  private static Schema loaded(Schema schema) {
    schema.initializeValidators();
    return schema;
  }

  /** What is wrong with {@code json}, a sentence each: where, and by which rule. */
  static List<String> violations(Schema schema, String json) {
    JsonNode value;
    try {
      value = Json.read(json);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      return List.of("This is no JSON: " + e.getOriginalMessage());
    }
    return value.isMissingNode()
        ? List.of("There is nothing, where JSON should be.")
        : violations(schema, value);
  }

  static List<String> violations(Schema schema, JsonNode value) {
    return Branches.telling(schema.validate(value)).stream().map(Rules::sentence).toList();
  }

  private static String sentence(Error error) {
    String where = error.getInstanceLocation().toString();
    return "At '" + where + "': " + error.getMessage() + " (" + error.getKeyword() + ").";
  }
}
