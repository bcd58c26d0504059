package io.github.aspoperator.wire.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.schemas.Contract;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is published of the calls is what there is: neither can go without the other. */
class PublishedRoutesTest {

  private static final Map<Audience, String> SECURITY =
      Map.of(
          Audience.ANYONE, "[]",
          Audience.AGENT, "[agent]",
          Audience.OWNER, "[operator, owner]",
          Audience.OPERATOR, "[operator]");

  private static JsonNode openapi() throws IOException {
    return new ObjectMapper().readTree(Contract.bytes("openapi.json"));
  }

  @Test
  void openapiHasEveryCallAndNoOther() throws IOException {
    Set<String> published = new TreeSet<>();
    for (var path : openapi().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        published.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    assertEquals(Endpoints.spelled(), published);
  }

  @Test
  void openapiSaysWhoseCredentialsACallTakes() throws IOException {
    Map<String, String> published = new TreeMap<>();
    Map<String, String> real = new TreeMap<>();
    JsonNode openapi = openapi();
    for (String call : Endpoints.spelled()) {
      String method = call.substring(0, call.indexOf(' '));
      String path = call.substring(call.indexOf(' ') + 1);
      JsonNode operation = openapi.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
      JsonNode security =
          operation.has("security") ? operation.path("security") : openapi.path("security");
      Set<String> schemes = new TreeSet<>();
      security.forEach(scheme -> scheme.fieldNames().forEachRemaining(schemes::add));
      published.put(call, schemes.toString());
      var match = (Routing.Match) Endpoints.match(method, path.replaceAll("[{}]", ""));
      boolean connect = match.endpoint() == Endpoint.CONNECT;
      real.put(call, connect ? "[agent, ticket]" : SECURITY.get(match.endpoint().audience()));
    }
    assertEquals(real, published);
  }
}
