package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions of CloudFormation, as far as templates of this kind use them. */
final class Resolver {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  private final Map<String, JsonNode> parameters;
  private final JsonNode conditions;
  private final JsonNode mappings;
  private final Attributes attributes;

  /** What a resource, or one of AWS' own parameters, is worth. */
  interface Attributes {
    /** The value of {@code !Ref id}, if there is such a resource or parameter. */
    Optional<String> ref(String id);

    /** The value of {@code !GetAtt id.name}. */
    String attribute(String id, String name);
  }

  Resolver(ObjectNode document, Map<String, String> given, Attributes attributes) {
    this.parameters = Parameters.of(document.path("Parameters"), given);
    this.conditions = document.path("Conditions");
    this.mappings = document.path("Mappings");
    this.attributes = attributes;
  }

  /** The same, with every function worked out; null where it is {@code AWS::NoValue}. */
  @Nullable JsonNode value(JsonNode node) {
    return switch (node) {
      case ArrayNode array -> array(array);
      case ObjectNode object when object.size() == 1 && isFunction(object) -> function(object);
      case ObjectNode object -> object(object);
      default -> node;
    };
  }

  /** A value that must be there, as text. */
  String text(JsonNode node) {
    JsonNode value = value(node);
    if (value == null || !value.isValueNode() || value.isNull()) {
      throw new TemplateError("no text: " + node);
    }
    return value.asText();
  }

  /** Whether the condition of that name holds. */
  boolean holds(String condition) {
    JsonNode node = conditions.path(condition);
    if (node.isMissingNode()) {
      throw new TemplateError("no condition " + condition);
    }
    return truth(node);
  }

  private static boolean isFunction(ObjectNode object) {
    String name = object.fieldNames().next();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  private ArrayNode array(ArrayNode array) {
    ArrayNode result = JSON.arrayNode();
    for (JsonNode each : array) {
      JsonNode value = value(each);
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }

  private ObjectNode object(ObjectNode object) {
    ObjectNode result = JSON.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = value(field.getValue());
      if (value != null) {
        result.set(field.getKey(), value);
      }
    }
    return result;
  }

  private @Nullable JsonNode function(ObjectNode call) {
    Map.Entry<String, JsonNode> entry = call.properties().iterator().next();
    JsonNode argument = entry.getValue();
    return switch (entry.getKey()) {
      case "Ref" -> ref(argument.asText());
      case "Fn::GetAtt" -> JSON.textNode(attribute(argument.get(0).asText(), argument.get(1)));
      case "Fn::Sub" -> JSON.textNode(substitute(argument));
      case "Fn::If" -> value(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
      case "Fn::Join" -> JSON.textNode(join(text(argument.get(0)), argument.get(1)));
      case "Fn::Select" -> list(argument.get(1)).get(Integer.parseInt(text(argument.get(0))));
      case "Fn::Split" -> split(text(argument.get(0)), text(argument.get(1)));
      case "Fn::FindInMap" ->
          value(
              mappings
                  .path(text(argument.get(0)))
                  .path(text(argument.get(1)))
                  .path(text(argument.get(2))));
      case "Fn::Base64" -> JSON.textNode(base64(text(argument)));
      default -> throw new TemplateError("the bed does not know " + entry.getKey());
    };
  }

  private @Nullable JsonNode ref(String id) {
    if (id.equals("AWS::NoValue")) {
      return null;
    }
    JsonNode parameter = parameters.get(id);
    return parameter != null
        ? parameter
        : JSON.textNode(
            attributes.ref(id).orElseThrow(() -> new TemplateError("nothing is called " + id)));
  }

  private String attribute(String id, JsonNode name) {
    return attributes.attribute(id, text(name));
  }

  private String substitute(JsonNode argument) {
    String pattern = argument.isArray() ? argument.get(0).asText() : argument.asText();
    JsonNode own = argument.isArray() ? argument.get(1) : JSON.objectNode();
    Matcher matcher = VARIABLE.matcher(pattern);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(result, Matcher.quoteReplacement(variable(matcher.group(1), own)));
    }
    return matcher.appendTail(result).toString();
  }

  private String variable(String name, JsonNode own) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    if (own.has(name)) {
      return text(own.get(name));
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      return attributes.attribute(name.substring(0, dot), name.substring(dot + 1));
    }
    JsonNode value = ref(name);
    return value == null ? "" : value.asText();
  }

  private String join(String separator, JsonNode parts) {
    StringBuilder result = new StringBuilder();
    for (JsonNode part : list(parts)) {
      result.append(result.isEmpty() ? "" : separator).append(part.asText());
    }
    return result.toString();
  }

  private JsonNode list(JsonNode node) {
    JsonNode value = value(node);
    if (value == null || !value.isArray()) {
      throw new TemplateError("no list: " + node);
    }
    return value;
  }

  private static ArrayNode split(String separator, String text) {
    ArrayNode result = JSON.arrayNode();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      result.add(part);
    }
    return result;
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private boolean truth(JsonNode node) {
    if (!(node instanceof ObjectNode object) || object.size() != 1) {
      throw new TemplateError("no condition: " + node);
    }
    Map.Entry<String, JsonNode> entry = object.properties().iterator().next();
    JsonNode argument = entry.getValue();
    return switch (entry.getKey()) {
      case "Condition" -> holds(argument.asText());
      case "Fn::Equals" -> text(argument.get(0)).equals(text(argument.get(1)));
      case "Fn::Not" -> !truth(argument.get(0));
      case "Fn::And" -> all(argument);
      case "Fn::Or" -> any(argument);
      default -> throw new TemplateError("no condition: " + node);
    };
  }

  private boolean all(JsonNode conditions) {
    for (JsonNode each : conditions) {
      if (!truth(each)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(JsonNode conditions) {
    for (JsonNode each : conditions) {
      if (truth(each)) {
        return true;
      }
    }
    return false;
  }
}
