package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.bed.template.FunctionSpec;
import io.github.aspoperator.bed.template.HttpRoute;
import io.github.aspoperator.bed.template.Names;
import io.github.aspoperator.bed.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template fits the code: whoever renames something in one of them alone hears of it. */
final class TemplateFitsTest {

  private static final String PACKAGE = "io.github.aspoperator.functions";

  private final String yaml = Files.readString(Path.of("../template.yaml"));

  TemplateFitsTest() throws IOException {}

  @Test
  void everyRouteIsOneOfTheContractAndEveryCallOfTheContractHasARoute() throws IOException {
    assertEquals(contract(), routes(parse(yaml)));
  }

  @Test
  void everyHandlerIsThereAndNoOtherIs() {
    assertEquals(List.of(), misfits(parse(yaml)));
  }

  /** Each of these names is in the template; with another one there, a test above would be red. */
  @ParameterizedTest
  @CsvSource({
    "Path: /sessions}, Path: /session}",
    "'Method: POST, Path: \"/sessions/{id}/messages\"', 'Method: PUT, Path:"
        + " \"/sessions/{id}/messages\"'",
    "functions.http.SendMessage, functions.http.SendMessages",
    "functions.work.Sweep, functions.work.Sweeper",
    "ASP_LOG_TABLE:, ASP_LOGS_TABLE:",
    "ASP_WORK_QUEUE:, ASP_WORKS_QUEUE:",
    "ASP_CONNECTIONS_URL:, ASP_SOCKETS_URL:",
    "StreamViewType: NEW_IMAGE, StreamViewType: KEYS_ONLY",
    "'[\"INSERT\"]', '[\"MODIFY\"]'",
    "'FifoQueue: true', 'FifoQueue: false'",
    "'AttributeName: k, KeyType: RANGE', 'AttributeName: k2, KeyType: RANGE'",
    "StageName: connect, StageName: live",
    "RouteKey: ping, RouteKey: pings",
  })
  void aRenamedThingDoesNotFit(String from, String to) throws IOException {
    String renamed = yaml.replace(from, to);
    assertNotEquals(yaml, renamed, "the template has no " + from);

    assertFalse(fits(renamed), to);
  }

  private static boolean fits(String text) throws IOException {
    try {
      Template template = parse(text);
      return contract().equals(routes(template)) && misfits(template).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Template parse(String text) {
    return Template.parse(text, new Names("fits", "eu-central-1"), Map.of("Release", "1"));
  }

  private static Set<String> routes(Template template) {
    return template.httpRoutes().stream()
        .map(HttpRoute::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The calls of openapi.json; the handshake is not HTTP's, and the rest is the default route. */
  private static Set<String> contract() throws IOException {
    JsonNode openapi = new ObjectMapper().readTree(Path.of("../schemas/openapi.json").toFile());
    Set<String> calls = new TreeSet<>(Set.of(HttpRoute.DEFAULT));
    for (Map.Entry<String, JsonNode> path : openapi.path("paths").properties()) {
      for (String method : List.of("get", "post", "put", "patch", "delete")) {
        if (path.getValue().has(method)) {
          calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    calls.remove("GET /connect");
    return calls;
  }

  private static List<String> misfits(Template template) {
    Misfits misfits = new Misfits();
    template.functions().forEach(function -> handler(function, misfits));
    template.functions().forEach(function -> settings(function, misfits));
    var log = template.tables().stream().filter(t -> t.id().equals("LogTable")).findFirst();
    var stream = template.streamMappings().getFirst();
    var socket = template.socketApi();
    misfits.unless(log.orElseThrow().streamView().filter("NEW_IMAGE"::equals).isPresent(), "view");
    misfits.unless(log.orElseThrow().range().orElseThrow().name().equals("k"), "the key");
    misfits.unless(stream.filters().toString().contains("INSERT"), "the filter");
    misfits.unless(template.queues().stream().anyMatch(q -> q.fifo()), "no queue keeps order");
    misfits.unless(("/" + socket.stage()).equals(template.edge().socketPath()), "the stage");
    misfits.unless(
        socket.routes().keySet().equals(Set.of("$connect", "$disconnect", "$default", "ping")),
        "the routes of the WebSocket API");
    return misfits.found();
  }

  private static void handler(FunctionSpec function, Misfits misfits) {
    try {
      Class<?> type = Class.forName(function.handler());
      misfits.unless(RequestStreamHandler.class.isAssignableFrom(type), function.handler());
      misfits.unless(function.handler().startsWith(PACKAGE), function.handler());
    } catch (ClassNotFoundException e) {
      misfits.unless(false, function.handler());
    }
  }

  private static void settings(FunctionSpec function, Misfits misfits) {
    Map<String, String> variables = new HashMap<>(function.environment());
    Settings settings = new Settings(variables);
    try {
      settings.tables();
      settings.connections();
      settings.adminSecret();
    } catch (IllegalStateException e) {
      misfits.unless(false, function.id() + ": " + e);
    }
    for (String queue : List.of("REPLAY", "BELL", "WORK", "GRACE")) {
      misfits.unless(variables.containsKey("ASP_" + queue + "_QUEUE"), queue);
    }
  }
}
