package io.github.aspoperator.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of the contract is what it says it is, and fits the others. */
class FilesTest {

  private static final Rules RULES = new Rules();
  private static final Schema META =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

  /** What stands in these schemas: a misspelt keyword would check nothing. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "$ref",
          "$schema",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "default",
          "description",
          "else",
          "enum",
          "examples",
          "if",
          "items",
          "maxItems",
          "maxLength",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "not",
          "oneOf",
          "pattern",
          "properties",
          "propertyNames",
          "required",
          "then",
          "title",
          "type",
          "uniqueItems");

  static List<String> files() {
    return Contract.names();
  }

  static List<String> schemas() {
    return files().stream().filter(name -> !name.endsWith("api.json")).toList();
  }

  static List<String> documents() {
    return List.of("openapi.json", "asyncapi.json");
  }

  @Test
  void thereAreFilesForEverything() {
    assertTrue(
        files()
            .containsAll(
                List.of(
                    "openapi.json", "asyncapi.json", "event.json", "session.json", "error.json")));
    assertEquals(8, files().stream().filter(name -> name.startsWith("event-session-")).count());
    for (String name : files()) {
      assertTrue(Contract.bytes(name).length > 0, name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing.json", "../schemas/event.json", "event", "EVENT.json", "/event.json"})
  void nothingElseIsAFile(String name) {
    assertEquals(Optional.empty(), Contract.find(name));
    assertThrows(IllegalArgumentException.class, () -> Contract.bytes(name));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaIsOne(String file) {
    JsonNode schema = Json.file(file);
    assertEquals(List.of(), Rules.violations(META, schema));
    assertEquals("https://json-schema.org/draft/2020-12/schema", schema.path("$schema").asText());
    assertFalse(schema.path("title").asText().isBlank());
    assertTrue(schema.path("description").asText().contains("protocol section"), file);
    assertFalse(schema.has("$id"));
    assertEquals(List.of(), unknownKeywords(new Found(file, "", schema)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everySchemaInADocumentIsOne(String file) {
    List<Found> schemas = schemasIn(file);
    assertFalse(schemas.isEmpty());
    for (Found schema : schemas) {
      assertEquals(List.of(), Rules.violations(META, schema.node()), schema.toString());
      assertEquals(List.of(), unknownKeywords(schema));
    }
  }

  private static List<Found> schemasIn(String file) {
    List<Found> found = new ArrayList<>();
    for (Found holder : Found.in(file, node -> node.has("schema"))) {
      found.add(holder.down("schema", holder.node().path("schema")));
    }
    for (Found message : Found.in(file, node -> node.path("payload").has("$ref"))) {
      found.add(message.down("payload", message.node().path("payload")));
    }
    return found;
  }

  private static List<String> unknownKeywords(Found schema) {
    List<String> unknown = new ArrayList<>();
    schema
        .node()
        .properties()
        .forEach(entry -> {
          Found value = schema.down(entry.getKey(), entry.getValue());
          if (!KEYWORDS.contains(entry.getKey())) {
            unknown.add(value.toString());
          }
          switch (entry.getKey()) {
            case "properties" ->
                entry
                    .getValue()
                    .properties()
                    .forEach(property ->
                        unknown.addAll(
                            unknownKeywords(value.down(property.getKey(), property.getValue()))));
            case "allOf", "anyOf", "oneOf" ->
                entry
                    .getValue()
                    .forEach(branch -> unknown.addAll(unknownKeywords(value.down("-", branch))));
            case "if", "then", "else", "not", "items", "additionalProperties", "propertyNames" ->
                unknown.addAll(unknownKeywords(value));
            default -> {}
          }
        });
    return unknown;
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyReferenceLeadsSomewhere(String file) {
    for (Found place : Found.in(file, node -> node.has("$ref"))) {
      String ref = place.node().path("$ref").asText();
      boolean there =
          ref.startsWith("#/")
              ? !Json.file(file).at(ref.substring(1)).isMissingNode()
              : Contract.find(ref).isPresent();
      assertTrue(there, place + " refers to " + ref);
      assertTrue(ref.startsWith("#") || !ref.endsWith("api.json"), place.toString());
    }
  }

  /** But for a seed file, which no call has. */
  @Test
  void everySchemaIsReachedFromADocument() {
    Set<String> reached = new HashSet<>(documents());
    List<String> waiting = new ArrayList<>(documents());
    waiting.add("seed.json");
    while (!waiting.isEmpty()) {
      for (Found place : Found.in(waiting.removeLast(), node -> node.has("$ref"))) {
        String ref = place.node().path("$ref").asText();
        if (!ref.startsWith("#") && reached.add(ref)) {
          waiting.add(ref);
        }
      }
    }
    reached.add("seed.json");
    assertEquals(new TreeSet<>(files()), new TreeSet<>(reached));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyExampleIsValid(String file) {
    Schema schema = RULES.file(file);
    JsonNode examples = Json.file(file).path("examples");
    assertFalse(examples.isEmpty(), file);
    for (JsonNode example : examples) {
      assertEquals(List.of(), Rules.violations(schema, example), example.toString());
    }
  }

  @Test
  void everyExampleOfACallIsValid() {
    int examples = 0;
    for (Found place : Found.in("openapi.json", node -> node.has("schema"))) {
      Schema schema = RULES.inline("example-" + examples, place.node().path("schema"));
      if (place.node().has("example")) {
        examples++;
        assertEquals(
            List.of(), Rules.violations(schema, place.node().path("example")), place.toString());
      }
      for (JsonNode example : place.node().path("examples")) {
        examples++;
        assertEquals(List.of(), Rules.violations(schema, example.path("value")), place.toString());
      }
    }
    assertTrue(examples > 60, "only " + examples);
  }

  @Test
  void everyCallShowsWhatItTakesAndAnswers() {
    for (Found media : Found.in("openapi.json", node -> node.has("schema") && !node.has("in"))) {
      boolean file = media.node().path("schema").path("type").asText().equals("object");
      if (media.at().contains("/content/") && !file) {
        assertFalse(media.node().path("examples").isEmpty(), media.toString());
      }
    }
  }

  @Test
  void everyExampleOfAMessageIsValid() {
    int examples = 0;
    for (Found place : Found.in("asyncapi.json", node -> node.path("payload").has("$ref"))) {
      Schema schema = RULES.file(place.node().path("payload").path("$ref").asText());
      for (JsonNode example : place.node().path("examples")) {
        examples++;
        assertEquals(
            List.of(), Rules.violations(schema, example.path("payload")), place.toString());
      }
    }
    assertEquals(10, examples);
  }

  /** An example of a refusal is one of each code that the status can have. */
  @Test
  void everyErrorCodeIsShownOnce() {
    Set<String> shown = new TreeSet<>();
    for (Found place : Found.in("openapi.json", node -> node.path("examples").isObject())) {
      for (JsonNode example : place.node().path("examples")) {
        String code = example.path("value").path("error").path("code").asText();
        if (!code.isEmpty()) {
          shown.add(code);
        }
      }
    }
    Set<String> codes = new TreeSet<>();
    Json.file("error-code.json").path("enum").forEach(code -> codes.add(code.asText()));
    codes.remove("METHOD_NOT_ALLOWED");
    assertEquals(codes, shown);
  }
}
