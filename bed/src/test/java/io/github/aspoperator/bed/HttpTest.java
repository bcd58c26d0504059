package io.github.aspoperator.bed;

import static io.github.aspoperator.bed.TestBed.get;
import static io.github.aspoperator.bed.TestBed.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests become events of payload format 2.0, and answers responses. */
final class HttpTest {

  private static Bed bed;

  @BeforeAll
  static void start() {
    bed = Bed.start(TestBed.options());
  }

  @AfterAll
  static void stop() {
    bed.close();
  }

  private static JsonNode echoed(String path, String body, String... headers) throws Exception {
    return new ObjectMapper().readTree(post(bed, path, body, headers).body());
  }

  @Test
  void theEventHasRoutePathQueryAndHeaders() throws Exception {
    JsonNode event = echoed("/things/%40a.b?x=1&x=%32&y", "{}", "X-Thing", "one", "X-Thing", "two");

    assertEquals("2.0", event.path("version").asText());
    assertEquals("POST /things/{id}", event.path("routeKey").asText());
    assertEquals("/things/@a.b", event.path("rawPath").asText());
    assertEquals("x=1&x=%32&y", event.path("rawQueryString").asText());
    assertEquals("{\"x\":\"1,2\",\"y\":\"\"}", event.path("queryStringParameters").toString());
    assertEquals("{\"id\":\"@a.b\"}", event.path("pathParameters").toString());
    assertEquals("one,two", event.path("headers").path("x-thing").asText());
    assertEquals("127.0.0.1", event.at("/requestContext/http/sourceIp").asText());
    assertEquals("POST", event.at("/requestContext/http/method").asText());
    assertFalse(event.path("headers").path("x-origin").asText().isEmpty());
  }

  @Test
  void aBodyIsTextWhereItsTypeSaysSoAndBase64Otherwise() throws Exception {
    JsonNode json = echoed("/things/1", "{\"ä\":1}", "Content-Type", "application/json; charset=x");
    assertFalse(json.path("isBase64Encoded").asBoolean());
    assertEquals("{\"ä\":1}", json.path("body").asText());

    JsonNode untyped = echoed("/things/1", "{\"ä\":1}");
    assertTrue(untyped.path("isBase64Encoded").asBoolean());
    byte[] decoded = Base64.getDecoder().decode(untyped.path("body").asText());
    assertEquals("{\"ä\":1}", new String(decoded, StandardCharsets.UTF_8));
  }

  @Test
  void theAnswerHasStatusHeadersAndBodyOfTheFunction() throws Exception {
    var response = post(bed, "/things/1", "{}");

    assertEquals(201, response.statusCode());
    assertEquals("echo", response.headers().firstValue("x-who").orElse(""));
    assertEquals("application/json", response.headers().firstValue("content-type").orElse(""));
  }

  @Test
  void aHandlerOfObjectsGetsThemFromLambdasSerializers() throws Exception {
    assertEquals("GET /typed", get(bed, "/typed").body());
  }

  @Test
  void whatNoRouteTakesGoesToTheDefaultRoute() throws Exception {
    JsonNode event = echoed("/typed", "{}");

    assertEquals("$default", event.path("routeKey").asText());
    assertTrue(event.path("pathParameters").isMissingNode());
  }

  @Test
  void aFunctionThatFailsOrAnswersNonsenseIsTheGatewaysFiveHundred() throws Exception {
    for (String kind : new String[] {"throw", "nonsense", "hang"}) {
      var response = get(bed, "/trouble/" + kind);
      assertEquals(500, response.statusCode(), kind);
      assertEquals("{\"message\":\"Internal Server Error\"}", response.body(), kind);
    }
  }

  @Test
  void aBodyAboveTenMegabytesIsRefusedByTheGatewayInItsOwnShape() throws Exception {
    var response = post(bed, "/things/1", "x".repeat((10 << 20) + 1));

    assertEquals(413, response.statusCode());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", response.body());
  }
}
