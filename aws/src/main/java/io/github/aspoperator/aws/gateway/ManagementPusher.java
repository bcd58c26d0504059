package io.github.aspoperator.aws.gateway;

import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.wire.reply.EventCodec;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * {@link Pusher} on the management API of the WebSocket stage. The gateway keeps no order between
 * posts that are under way at once, so the next event goes out when this one was answered.
 */
public final class ManagementPusher implements Pusher {

  private final ApiGatewayManagementApiClient client;
  private final ExecutorService posts = Executors.newVirtualThreadPerTaskExecutor();

  /** Posts through {@code client}, whose time-outs say how long a post may take. */
  public ManagementPusher(ApiGatewayManagementApiClient client) {
    this.client = client;
  }

  /** The pace makes no difference: the gateway takes a frame or it does not. */
  @Override
  public List<Outcome> push(SessionEvent event, List<ConnectionId> to, Pace pace) {
    SdkBytes frame = SdkBytes.fromByteArrayUnsafe(EventCodec.encode(event));
    if (to.size() == 1) {
      return List.of(post(frame, to.getFirst()));
    }
    List<Future<Outcome>> outcomes =
        to.stream().map(one -> posts.submit(() -> post(frame, one))).toList();
    return outcomes.stream().map(ManagementPusher::outcome).toList();
  }

  private static Outcome outcome(Future<Outcome> post) {
    try {
      return post.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.BUSY;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a post threw what it should have answered", e);
    }
  }

  private Outcome post(SdkBytes frame, ConnectionId to) {
    try {
      client.postToConnection(r -> r.connectionId(to.text()).data(frame));
      return Outcome.SENT;
    } catch (GoneException e) {
      return Outcome.GONE;
    } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException e) {
      return Outcome.STUCK;
    } catch (SdkException e) {
      return Outcome.BUSY;
    }
  }

  @Override
  public void close(ConnectionId connection, CloseReason reason) {
    try {
      client.deleteConnection(r -> r.connectionId(connection.text()));
    } catch (SdkException e) {
      // gone already, or the gateway will cut it off when its time is over: it is dropped either
      // way
    }
  }

  /** Whether the gateway still knows the connection. */
  public boolean isOpen(ConnectionId connection) {
    try {
      client.getConnection(r -> r.connectionId(connection.text()));
      return true;
    } catch (GoneException e) {
      return false;
    }
  }
}
