package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stack that template.yaml describes, as the bed makes it. Throws {@link TemplateError} where
 * it says what the bed cannot make.
 */
public final class Template {

  private static final Pattern FUNCTION_ARN = Pattern.compile(":function:([^:/]+)");

  private final Resources resources;
  private final FunctionReader functions;
  private final List<FunctionSpec> specs;

  private Template(ObjectNode document, Names names, Map<String, String> parameters) {
    resources = new Resources(document, names, parameters);
    functions = new FunctionReader(resources);
    specs = functions.functions();
  }

  /** Reads {@code file}; {@code parameters} instead of the template's defaults. */
  public static Template read(Path file, Names names, Map<String, String> parameters) {
    return new Template(TemplateYaml.read(file), names, parameters);
  }

  /** As {@link #read}, from text. */
  public static Template parse(String yaml, Names names, Map<String, String> parameters) {
    return new Template(TemplateYaml.parse(yaml), names, parameters);
  }

  /** How things are called in this stack. */
  public Names names() {
    return resources.names();
  }

  /** Every function. */
  public List<FunctionSpec> functions() {
    return specs;
  }

  /** Every table. */
  public List<TableSpec> tables() {
    return new StoreReader(resources).tables();
  }

  /** Every queue. */
  public List<QueueSpec> queues() {
    return new StoreReader(resources).queues();
  }

  /** What each function may do, by its id; one whose role is left to SAM is not there. */
  public Map<String, List<Statement>> permissions() {
    return new RoleReader(resources).permissions();
  }

  /** The ARNs of the secrets. */
  public List<String> secrets() {
    return resources.ofType("AWS::SecretsManager::Secret").stream()
        .map(each -> resources.attribute(each.id(), "Arn"))
        .toList();
  }

  /** The routes of the HTTP API. */
  public List<HttpRoute> httpRoutes() {
    return routes().http();
  }

  /** The WebSocket API, of which there must be one. */
  public SocketApiSpec socketApi() {
    return routes().socket();
  }

  /** What stands in front of both APIs. */
  public EdgeSpec edge() {
    return new EdgeReader(resources).edge(socketApi());
  }

  /** What feeds functions from streams. */
  public List<StreamMapping> streamMappings() {
    return mappings().streams();
  }

  /** What feeds functions from queues. */
  public List<QueueMapping> queueMappings() {
    return mappings().queues();
  }

  /** What calls functions by the clock. */
  public List<ScheduleSpec> schedules() {
    return mappings().schedules();
  }

  /** What wakes people. */
  public List<AlarmSpec> alarms() {
    return new AlarmReader(resources).alarms();
  }

  private RouteReader routes() {
    return new RouteReader(resources, functions.events(), this::functionOf);
  }

  private MappingReader mappings() {
    return new MappingReader(resources, functions.events(), this::functionOf);
  }

  /** The function that {@code text} names, or whose ARN is in it. */
  private String functionOf(String text) {
    Matcher arn = FUNCTION_ARN.matcher(text);
    String name = arn.find() ? arn.group(1) : text;
    return specs.stream()
        .map(FunctionSpec::id)
        .filter(id -> resources.name(id).equals(name))
        .findFirst()
        .orElseThrow(() -> new TemplateError("no function is meant by " + text));
  }
}
