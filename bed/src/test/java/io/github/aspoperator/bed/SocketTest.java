package io.github.aspoperator.bed;

import static io.github.aspoperator.bed.TestBed.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.gateway.ConnectionsApi;
import io.github.aspoperator.bed.handlers.Door;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/** The WebSocket API, and @connections through the SDK's own client. */
final class SocketTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private Bed bed;
  private ApiGatewayManagementApiClient connections;

  @BeforeEach
  void start() {
    Door.EVENTS.clear();
    Door.meanwhile = _ -> {};
    bed = Bed.start(TestBed.options().by(now::get));
    connections =
        ApiGatewayManagementApiClient.builder()
            .endpointOverride(URI.create(bed.environment("Door").get("CONNECTIONS")))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
            .build();
  }

  @AfterEach
  void stop() {
    connections.close();
    bed.close();
  }

  private void post(String id, String text) {
    connections.postToConnection(r -> r.connectionId(id).data(SdkBytes.fromUtf8String(text)));
  }

  private Client connected() {
    return Client.connect(bed, "/live?ticket=t&ticket=u", "X-Thing", "one");
  }

  private String id() {
    return Door.EVENTS.getFirst().at("/requestContext/connectionId").asText();
  }

  private JsonNode told(int which) throws InterruptedException {
    await("the function was told", () -> Door.EVENTS.size() > which);
    return Door.EVENTS.get(which);
  }

  @Test
  void theHandshakeIsAnEventAndIsAnsweredAfterIt() throws Exception {
    connected();

    JsonNode event = told(0);
    assertEquals("CONNECT", event.at("/requestContext/eventType").asText());
    assertEquals("$connect", event.at("/requestContext/routeKey").asText());
    assertEquals("live", event.at("/requestContext/stage").asText());
    assertEquals(now.get().toEpochMilli(), event.at("/requestContext/connectedAt").asLong());
    assertEquals("one", event.at("/headers/X-Thing").asText());
    assertEquals("[\"one\"]", event.at("/multiValueHeaders/X-Thing").toString());
    assertEquals("socket", event.at("/headers/x-origin").asText());
    assertEquals("t,u", event.at("/queryStringParameters/ticket").asText());
  }

  @Test
  void aRefusedHandshakeGivesTheClientTheStatusOfTheFunction() {
    assertEquals(401, Client.refused(bed, "/live", "refuse", "401").statusCode());
    assertEquals(429, Client.refused(bed, "/live", "refuse", "429").statusCode());
    assertThrows(GoneException.class, () -> post(id(), "hello"));
  }

  @Test
  void whatIsPostedArrivesInOrder() throws Exception {
    Client client = connected();
    for (int i = 0; i < 20; i++) {
      post(id(), "event " + i);
    }

    await("all arrived", () -> client.heard.size() == 20);
    assertEquals("event 0", client.heard.getFirst());
    assertEquals("event 19", client.heard.getLast());
    assertEquals(20, bed.ledger().calls("PostToConnection").size());
  }

  @Test
  void aConnectionIsGoneUntilConnectHasReturnedAndOnceItIsClosed() throws Exception {
    CompletableFuture<Object> early = new CompletableFuture<>();
    Door.meanwhile =
        id -> early.complete(assertThrows(GoneException.class, () -> post(id, "too early")));
    Client client = connected();
    assertTrue(early.isDone());
    post(id(), "in time");

    client.socket().sendClose(1000, "bye").join();
    JsonNode end = told(1);
    assertEquals("DISCONNECT", end.at("/requestContext/eventType").asText());
    assertEquals(1000, end.at("/requestContext/disconnectStatusCode").asInt());
    assertEquals("bye", end.at("/requestContext/disconnectReason").asText());
    assertThrows(GoneException.class, () -> post(id(), "too late"));
    assertEquals(List.of("in time"), client.heard);
  }

  @Test
  void aConnectionCanBeLookedAtAndClosedFromBehind() throws Exception {
    Client client = connected();
    var found = connections.getConnection(r -> r.connectionId(id()));
    assertEquals(now.get().toEpochMilli(), found.connectedAt().toEpochMilli());
    assertEquals("127.0.0.1", found.identity().sourceIp());

    connections.deleteConnection(r -> r.connectionId(id()));
    assertEquals(1000, client.closed.get(5, TimeUnit.SECONDS));
    told(1);
    assertThrows(GoneException.class, () -> connections.getConnection(r -> r.connectionId(id())));
  }

  @Test
  void aMessageAbove128KilobytesIsTooLarge() {
    connected();
    post(id(), "x".repeat(128 << 10));
    assertThrows(PayloadTooLargeException.class, () -> post(id(), "x".repeat((128 << 10) + 1)));
  }

  @Test
  void aTestMayThrottleOneConnection() {
    connected();
    String id = id();
    bed.services()
        .disturb((call, service) ->
            ConnectionsApi.connectionId(call).equals(id)
                ? ConnectionsApi.failure(429, "LimitExceededException")
                : service.answer(call));
    assertThrows(LimitExceededException.class, () -> post(id, "hello"));
  }

  @Test
  void thePingIsAnsweredWithoutAFunctionAndAnythingElseIsIgnored() throws Exception {
    Client client = connected();
    client.send("not JSON");
    client.send("{\"type\":\"other\"}");
    client.send("{\"type\":\"ping\"}");

    await("a pong", () -> client.heard.equals(List.of("{\"type\":\"pong\"}")));
    assertEquals(1, bed.ledger().invocations("Door").size());
  }

  @Test
  void aFrameAbove32KilobytesClosesWith1009() throws Exception {
    Client client = connected();
    client.socket().sendBinary(ByteBuffer.allocate((32 << 10) + 1), true).join();

    assertEquals(1009, client.closed.get(5, TimeUnit.SECONDS));
    assertEquals(1009, told(1).at("/requestContext/disconnectStatusCode").asInt());
  }

  @Test
  void aConnectionWithoutFramesIsClosedAfterTenMinutesAndAnyAfterTwoHours() throws Exception {
    Client client = connected();
    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(9)));
    client.send("{}");
    await("it was heard", () -> lastActive().equals(now.get().toEpochMilli()));
    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(9)));
    bed.sockets().expire();
    assertEquals(1, bed.sockets().connectionIds().size());

    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
    bed.sockets().expire();
    assertEquals(1001, client.closed.get(5, TimeUnit.SECONDS));
    assertEquals(1001, told(1).at("/requestContext/disconnectStatusCode").asInt());
  }

  private Long lastActive() {
    return connections.getConnection(r -> r.connectionId(id())).lastActiveAt().toEpochMilli();
  }

  @Test
  void aTestMayKeepTheEndFromTheFunction() throws Exception {
    bed.sockets().tellEnds(false);
    Client client = connected();
    client.socket().abort();

    await("the connection is over", () -> bed.sockets().connectionIds().isEmpty());
    assertEquals(1, bed.ledger().invocations("Door").size());
  }

  @Test
  void aConnectionThatBreaksEndsWith1006() throws Exception {
    connected();
    bed.sockets().breakOff(id());

    assertEquals(1006, told(1).at("/requestContext/disconnectStatusCode").asInt());
  }
}
