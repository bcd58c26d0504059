package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The resources of the stack, those whose condition does not hold left out. */
final class Resources implements Resolver.Attributes {

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Names names;
  private final Resolver resolver;
  private final JsonNode declared;
  private final JsonNode globals;

  Resources(ObjectNode document, Names names, Map<String, String> parameters) {
    this.names = names;
    this.resolver = new Resolver(document, parameters, this);
    this.declared = document.path("Resources");
    this.globals = document.path("Globals").path("Function");
  }

  /** Every resource of that type, in the order of the template. */
  List<Resource> ofType(String type) {
    List<Resource> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : declared.properties()) {
      JsonNode condition = each.getValue().path("Condition");
      if (each.getValue().path("Type").asText().equals(type)
          && (condition.isMissingNode() || resolver.holds(condition.asText()))) {
        found.add(resource(each.getKey()));
      }
    }
    return found;
  }

  /** That resource. */
  Resource resource(String id) {
    JsonNode node = declared.path(id);
    if (node.isMissingNode()) {
      throw new TemplateError("the template has no resource " + id);
    }
    JsonNode properties = resolver.value(node.path("Properties"));
    return new Resource(
        id, node.path("Type").asText(), Objects.requireNonNullElse(properties, NOTHING));
  }

  /** What {@code Globals} says of every function. */
  JsonNode functionGlobals() {
    return Objects.requireNonNullElse(resolver.value(globals), NOTHING);
  }

  Names names() {
    return names;
  }

  @Override
  public Optional<String> ref(String id) {
    if (id.startsWith("AWS::")) {
      return Optional.of(pseudo(id));
    }
    int dot = id.indexOf('.');
    if (dot > 0) {
      return Optional.of(attribute(id.substring(0, dot), id.substring(dot + 1)));
    }
    if (!declared.has(id)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type(id)) {
          case "AWS::SQS::Queue" -> names.queuesUrl() + "/" + Names.ACCOUNT + "/" + name(id);
          case "AWS::SecretsManager::Secret" -> attribute(id, "Arn");
          case "AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api" -> names.apiId(id);
          case "AWS::ApiGatewayV2::Stage" -> property(id, "StageName").orElse(id);
          case "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route" -> id;
          default -> name(id);
        });
  }

  @Override
  public String attribute(String id, String name) {
    if (!declared.has(id)) {
      throw new TemplateError("the template has no resource " + id);
    }
    return switch (type(id) + "." + name) {
      case "AWS::Serverless::Function.Arn" -> names.arn("lambda", "function:" + name(id));
      case "AWS::Serverless::Function.Alias" ->
          attribute(id, "Arn")
              + ":"
              + property(id, "AutoPublishAlias")
                  .or(() ->
                      Optional.ofNullable(functionGlobals().path("AutoPublishAlias").textValue()))
                  .orElseThrow(() -> new TemplateError(id + " has no alias"));
      case "AWS::DynamoDB::Table.Arn" -> names.arn("dynamodb", "table/" + name(id));
      case "AWS::DynamoDB::Table.StreamArn" -> attribute(id, "Arn") + "/stream/bed";
      case "AWS::SQS::Queue.Arn" -> names.arn("sqs", name(id));
      case "AWS::SQS::Queue.QueueName" -> name(id);
      case "AWS::SQS::Queue.QueueUrl" -> ref(id).orElseThrow();
      case "AWS::SecretsManager::Secret.Arn", "AWS::SecretsManager::Secret.Id" ->
          names.arn("secretsmanager", "secret:" + name(id) + "-bedbed");
      case "AWS::ApiGatewayV2::Api.ApiEndpoint", "AWS::Serverless::HttpApi.ApiEndpoint" ->
          names.apiUrl(id);
      default -> names.arn("cloudformation", id + "." + name);
    };
  }

  /** The name that a resource has in this stack. */
  String name(String id) {
    Optional<String> given =
        switch (type(id)) {
          case "AWS::DynamoDB::Table" -> property(id, "TableName");
          case "AWS::SQS::Queue" -> property(id, "QueueName");
          case "AWS::Serverless::Function" -> property(id, "FunctionName");
          case "AWS::SecretsManager::Secret" -> property(id, "Name");
          default -> Optional.empty();
        };
    boolean fifo = property(id, "FifoQueue").map(Boolean::parseBoolean).orElse(false);
    return given.orElseGet(() -> names.physical(id) + (fifo ? ".fifo" : ""));
  }

  private String type(String id) {
    return declared.path(id).path("Type").asText();
  }

  private Optional<String> property(String id, String name) {
    JsonNode value = declared.path(id).path("Properties").path(name);
    return value.isMissingNode() ? Optional.empty() : resolved(value);
  }

  private Optional<String> resolved(JsonNode value) {
    JsonNode resolved = resolver.value(value);
    return resolved == null ? Optional.empty() : Optional.of(resolved.asText());
  }

  private String pseudo(String name) {
    return switch (name) {
      case "AWS::Region" -> names.region();
      case "AWS::AccountId" -> Names.ACCOUNT;
      case "AWS::StackName" -> names.stack();
      case "AWS::StackId" -> names.arn("cloudformation", "stack/" + names.stack());
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> throw new TemplateError("the bed does not know " + name);
    };
  }
}
