package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the role of each function allows. */
final class RoleReader {

  private final Resources resources;

  RoleReader(Resources resources) {
    this.resources = resources;
  }

  /** By the function's id; one whose role the template leaves to SAM is not there. */
  Map<String, List<Statement>> permissions() {
    Map<String, List<Statement>> permissions = new HashMap<>();
    for (Resource function : resources.ofType("AWS::Serverless::Function")) {
      Optional<String> arn = function.optional("Role");
      for (Resource role : resources.ofType("AWS::IAM::Role")) {
        if (arn.isPresent() && resources.attribute(role.id(), "Arn").equals(arn.get())) {
          permissions.put(function.id(), statements(role));
        }
      }
    }
    return permissions;
  }

  private List<Statement> statements(Resource role) {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode policy : role.properties().path("Policies")) {
      add(policy.path("PolicyDocument"), statements);
    }
    for (JsonNode managed : role.properties().path("ManagedPolicyArns")) {
      resources.ofType("AWS::IAM::ManagedPolicy").stream()
          .filter(each -> resources.ref(each.id()).equals(Optional.of(managed.asText())))
          .forEach(each -> add(each.properties().path("PolicyDocument"), statements));
    }
    return statements;
  }

  private static void add(JsonNode document, List<Statement> statements) {
    for (JsonNode each : document.path("Statement")) {
      if (!each.path("Effect").asText().equals("Allow") || each.has("Condition")) {
        throw new TemplateError("the bed only knows what is allowed without condition: " + each);
      }
      statements.add(new Statement(texts(each.path("Action")), texts(each.path("Resource"))));
    }
  }

  private static List<String> texts(JsonNode oneOrMore) {
    if (oneOrMore.isTextual()) {
      return List.of(oneOrMore.asText());
    }
    List<String> texts = new ArrayList<>();
    oneOrMore.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
