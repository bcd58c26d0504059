package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** Reads the distribution; without one, clients find the WebSocket API at its stage. */
final class EdgeReader {

  private final Resources resources;

  EdgeReader(Resources resources) {
    this.resources = resources;
  }

  EdgeSpec edge(SocketApiSpec socket) {
    String socketHost = host(resources.names().apiUrl(socket.id()));
    String path = "/" + socket.stage();
    JsonNode socketOrigin = MissingNode.getInstance();
    JsonNode httpOrigin = MissingNode.getInstance();
    for (Resource each : resources.ofType("AWS::CloudFront::Distribution")) {
      JsonNode config = each.properties().path("DistributionConfig");
      httpOrigin = origin(config, config.path("DefaultCacheBehavior"));
      for (JsonNode behavior : config.path("CacheBehaviors")) {
        JsonNode origin = origin(config, behavior);
        if (origin.path("DomainName").asText().equals(socketHost)) {
          socketOrigin = origin;
          path = behavior.path("PathPattern").asText();
        }
      }
    }
    return new EdgeSpec(path, headers(httpOrigin), headers(socketOrigin));
  }

  private static JsonNode origin(JsonNode config, JsonNode behavior) {
    for (JsonNode each : config.path("Origins")) {
      if (each.path("Id").equals(behavior.path("TargetOriginId"))) {
        return each;
      }
    }
    throw new TemplateError("a behaviour of the distribution has no origin");
  }

  private static Map<String, String> headers(JsonNode origin) {
    Map<String, String> headers = new HashMap<>();
    for (JsonNode each : origin.path("OriginCustomHeaders")) {
      headers.put(each.path("HeaderName").asText(), each.path("HeaderValue").asText());
    }
    return headers;
  }

  private static String host(String url) {
    return url.substring(url.indexOf("//") + 2);
  }
}
