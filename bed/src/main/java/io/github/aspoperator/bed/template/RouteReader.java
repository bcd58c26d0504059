package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the routes of both APIs, as events of functions or as resources. */
final class RouteReader {

  private final Resources resources;
  private final Map<String, List<Resource>> events;
  private final Function<String, String> functionOf;

  /** {@code functionOf}: the function that an integration's URI means. */
  RouteReader(
      Resources resources,
      Map<String, List<Resource>> events,
      Function<String, String> functionOf) {
    this.resources = resources;
    this.events = events;
    this.functionOf = functionOf;
  }

  List<HttpRoute> http() {
    List<HttpRoute> routes = new ArrayList<>();
    events.forEach((function, of) ->
        of.stream()
            .filter(event -> event.type().equals("HttpApi"))
            .forEach(event -> routes.add(http(function, event))));
    for (Resource api : apis("HTTP")) {
      for (Resource route : routesOf(api)) {
        String function = functionOf.apply(integration(route).text("IntegrationUri"));
        routes.add(HttpRoute.of(route.text("RouteKey"), function));
      }
    }
    return routes;
  }

  private static HttpRoute http(String function, Resource event) {
    String method = event.optional("Method").orElse("ANY").toUpperCase(Locale.ROOT);
    String path = event.optional("Path").orElse(HttpRoute.DEFAULT);
    boolean any = method.equals("*") || method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD");
    return new HttpRoute(any ? "ANY" : method, path, function);
  }

  SocketApiSpec socket() {
    List<Resource> apis = apis("WEBSOCKET");
    if (apis.size() != 1) {
      throw new TemplateError("one WebSocket API was expected and " + apis.size() + " are there");
    }
    Resource api = apis.getFirst();
    Map<String, SocketRoute> routes = new HashMap<>();
    for (Resource route : routesOf(api)) {
      routes.put(route.text("RouteKey"), socket(route));
    }
    String stage =
        belongingTo(api, "AWS::ApiGatewayV2::Stage").stream()
            .map(each -> each.text("StageName"))
            .findFirst()
            .orElseThrow(() -> new TemplateError(api.id() + " has no stage"));
    return new SocketApiSpec(api.id(), stage, api.text("RouteSelectionExpression"), routes);
  }

  private SocketRoute socket(Resource route) {
    Resource integration = integration(route);
    return integration.text("IntegrationType").equals("MOCK")
        ? new SocketRoute.Mock(mockAnswer(route, integration))
        : new SocketRoute.ToFunction(functionOf.apply(integration.text("IntegrationUri")));
  }

  /** A client is answered only where the route, its response and the integration all say so. */
  private Optional<String> mockAnswer(Resource route, Resource integration) {
    boolean answers =
        route.optional("RouteResponseSelectionExpression").isPresent()
            && resources.ofType("AWS::ApiGatewayV2::RouteResponse").stream()
                .anyMatch(each -> each.text("RouteId").equals(route.id()));
    if (!answers) {
      return Optional.empty();
    }
    return resources.ofType("AWS::ApiGatewayV2::IntegrationResponse").stream()
        .filter(each -> each.text("IntegrationId").equals(integration.id()))
        .flatMap(each -> each.properties().path("ResponseTemplates").valueStream())
        .map(JsonNode::asText)
        .findFirst();
  }

  private List<Resource> apis(String protocol) {
    return resources.ofType("AWS::ApiGatewayV2::Api").stream()
        .filter(each -> each.text("ProtocolType").equals(protocol))
        .toList();
  }

  private List<Resource> routesOf(Resource api) {
    return belongingTo(api, "AWS::ApiGatewayV2::Route");
  }

  private List<Resource> belongingTo(Resource api, String type) {
    String apiId = resources.names().apiId(api.id());
    return resources.ofType(type).stream()
        .filter(each -> each.text("ApiId").equals(apiId))
        .toList();
  }

  /** The integration that a route's target, {@code integrations/id}, means. */
  private Resource integration(Resource route) {
    String target = route.text("Target");
    return resources.resource(target.substring(target.indexOf('/') + 1));
  }
}
