package io.github.aspoperator.bed.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.template.Names;
import io.github.aspoperator.bed.template.SocketApiSpec;
import io.github.aspoperator.bed.template.Statement;
import io.github.aspoperator.bed.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the role of a function allows its calls: the template's roles are tried with the rest.
 */
public final class Permissions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Names names;
  private final SocketApiSpec socket;
  private final Map<String, List<Statement>> byFunction;

  /** Of the functions of that template. */
  public Permissions(Template template) {
    this.names = template.names();
    this.socket = template.socketApi();
    this.byFunction = template.permissions();
  }

  /** Whether {@code functionId} may make the call; one without a role of its own may all. */
  boolean allow(String functionId, ServiceCall call) throws IOException {
    List<Statement> statements = byFunction.get(functionId);
    if (statements == null) {
      return true;
    }
    for (Deed deed : deeds(call)) {
      if (statements.stream().noneMatch(each -> each.allows(deed.action(), deed.resource()))) {
        return false;
      }
    }
    return true;
  }

  /** Something that is done to something. */
  private record Deed(String action, String resource) {}

  /** A transaction needs the permission of each of its parts, and none of its own. */
  private List<Deed> deeds(ServiceCall call) throws IOException {
    List<Deed> deeds = new ArrayList<>();
    if (call.operation().equals("TransactWriteItems")) {
      for (JsonNode part : JSON.readTree(call.body()).path("TransactItems")) {
        String kind = part.fieldNames().next();
        String action = kind.equals("ConditionCheck") ? "ConditionCheckItem" : kind + "Item";
        tables(part).forEach(table -> deeds.add(new Deed("dynamodb:" + action, table)));
      }
    } else {
      resources(call).forEach(resource -> deeds.add(new Deed(action(call), resource)));
    }
    return deeds;
  }

  /** Batches of SQS need the permission of what they are batches of. */
  private static String action(ServiceCall call) {
    return switch (call.service()) {
      case "Connections" -> "execute-api:ManageConnections";
      case "SQS" -> "sqs:" + call.operation().replace("Batch", "");
      case "DynamoDB" -> "dynamodb:" + call.operation();
      default -> call.service().toLowerCase(java.util.Locale.ROOT) + ":" + call.operation();
    };
  }

  private List<String> resources(ServiceCall call) throws IOException {
    if (call.service().equals("Connections")) {
      String below = call.path().replaceFirst("@", call.method() + "/@");
      String api = names.apiId(socket.id());
      return List.of(names.arn("execute-api", api + below));
    }
    JsonNode body = JSON.readTree(call.body());
    return switch (call.service()) {
      case "DynamoDB" -> tables(body);
      case "SQS" -> {
        String url = body.path("QueueUrl").asText();
        yield List.of(names.arn("sqs", url.substring(url.lastIndexOf('/') + 1)));
      }
      default -> List.of(body.path("SecretId").asText());
    };
  }

  private List<String> tables(JsonNode body) {
    List<String> tables = new ArrayList<>();
    body.findValuesAsText("TableName").forEach(tables::add);
    body.path("RequestItems").fieldNames().forEachRemaining(tables::add);
    return tables.stream().map(name -> names.arn("dynamodb", "table/" + name)).toList();
  }
}
