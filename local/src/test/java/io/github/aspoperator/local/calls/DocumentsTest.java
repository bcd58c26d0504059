package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.schemas.Contract;
import io.github.aspoperator.testkit.client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract for machines is served to anybody, and its references lead somewhere. */
class DocumentsTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static Answer get(String path) {
    return new Script(new Cast(OPERATOR)).call("nobody", "GET", path, "");
  }

  @Test
  void everyFileIsServedAsItIs() {
    for (String name : Contract.names()) {
      Answer answer = get("/schemas/" + name);
      assertEquals(200, answer.status(), name);
      assertEquals(new String(Contract.bytes(name), StandardCharsets.UTF_8), answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/asyncapi.json"})
  void aDocumentAtTheRootRefersToWhatIsServed(String path) {
    Answer answer = get(path);
    assertEquals(200, answer.status());
    List<String> references = new ArrayList<>();
    collect(answer.json(), references);
    assertFalse(references.isEmpty());
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertFalse(answer.json().at(reference.substring(1)).isMissingNode(), reference);
      } else {
        assertEquals(200, get("/" + reference).status(), reference);
      }
    }
    JsonNode raw = get("/schemas" + path).json();
    assertEquals(
        raw.toString(), answer.json().toString().replace("\"$ref\":\"schemas/", "\"$ref\":\""));
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.path("$ref").isTextual()) {
      references.add(node.path("$ref").asText());
    }
    node.forEach(child -> collect(child, references));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/schemas/nothing.json",
        "/schemas/event",
        "/schemas/..%2Fopenapi.json",
        "/schemas/..%2F..%2Fio%2Fgithub%2Faspoperator%2Fschemas%2FJudge.class",
        "/schemas/%2Fetc%2Fpasswd",
        "/schemas/EVENT.json"
      })
  void nothingElseIsServed(String path) {
    Answer answer = get(path);
    assertEquals(404, answer.status());
    assertEquals("NOT_FOUND", answer.code());
  }
}
