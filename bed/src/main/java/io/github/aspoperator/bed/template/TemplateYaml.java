package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML as CloudFormation reads it: {@code !Sub x} is {@code {"Fn::Sub": "x"}}, and so on. */
final class TemplateYaml {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TemplateYaml() {}

  /** The whole document, its short forms written out. */
  static ObjectNode read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  static ObjectNode parse(String yaml) {
    Node root =
        new Compose(LoadSettings.builder().build())
            .composeString(yaml)
            .orElseThrow(() -> new TemplateError("the template is empty"));
    if (json(root) instanceof ObjectNode document) {
      return document;
    }
    throw new TemplateError("the template is no mapping");
  }

  private static JsonNode json(Node node) {
    JsonNode plain = plain(node);
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain;
    }
    return switch (tag) {
      case "!Ref", "!Condition" -> JSON.objectNode().set(tag.substring(1), plain);
      case "!GetAtt" -> JSON.objectNode().set("Fn::GetAtt", attribute(plain));
      default -> JSON.objectNode().set("Fn::" + tag.substring(1), plain);
    };
  }

  /** {@code A.B} is the list {@code [A, B]}; the name of the attribute may have dots itself. */
  private static JsonNode attribute(JsonNode value) {
    if (!value.isTextual()) {
      return value;
    }
    String text = value.textValue();
    int dot = text.indexOf('.');
    return JSON.arrayNode().add(text.substring(0, dot)).add(text.substring(dot + 1));
  }

  private static JsonNode plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
          String key = ((ScalarNode) entry.getKeyNode()).getValue();
          if (object.replace(key, json(entry.getValueNode())) != null) {
            throw new TemplateError(key + " is there twice");
          }
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        sequence.getValue().forEach(each -> array.add(json(each)));
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new TemplateError("what is " + node);
    };
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      return JSON.numberNode(new BigInteger(text));
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    return JSON.textNode(text);
  }
}
