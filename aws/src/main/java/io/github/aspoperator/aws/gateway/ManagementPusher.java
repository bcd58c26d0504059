package io.github.aspoperator.aws.gateway;

import io.github.aspoperator.aws.dynamo.ConnectionOwners;
import io.github.aspoperator.aws.process.Tasks;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.wire.reply.EventCodec;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
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

  private static final long FIRST_PAUSE_MILLIS = 25;
  private static final long LAST_PAUSE_MILLIS = 200;

  private final Supplier<ApiGatewayManagementApiClient> client;
  private final ConnectionOwners owners;
  private final Tasks tasks;
  private final LongAdder unanswered = new LongAdder();

  /** Posts through {@code client}, whose time-outs say how long a post may take. */
  public ManagementPusher(
      Supplier<ApiGatewayManagementApiClient> client, ConnectionOwners owners, Tasks tasks) {
    this.client = client;
    this.owners = owners;
    this.tasks = tasks;
  }

  /**
   * The gateway takes a frame or it does not, at whatever pace. But a replay may be faster than the
   * handshake that asked for it: it waits a little for a connection that is not open yet.
   */
  @Override
  public List<Outcome> push(SessionEvent event, List<ConnectionId> to, Pace pace) {
    SdkBytes frame = SdkBytes.fromByteArrayUnsafe(EventCodec.encode(event));
    return tasks.together(
        to.stream().<Supplier<Outcome>>map(one -> () -> post(frame, one, pace)).toList());
  }

  private Outcome post(SdkBytes frame, ConnectionId to, Pace pace) {
    Outcome outcome = post(frame, to);
    long pause = FIRST_PAUSE_MILLIS;
    while (pace == Pace.REPLAY && outcome == Outcome.GONE && pause <= LAST_PAUSE_MILLIS) {
      tasks.pause(pause);
      outcome = post(frame, to);
      pause *= 2;
    }
    return outcome;
  }

  private Outcome post(SdkBytes frame, ConnectionId to) {
    try {
      client.get().postToConnection(r -> r.connectionId(to.text()).data(frame));
      return Outcome.SENT;
    } catch (GoneException e) {
      return Outcome.GONE;
    } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException e) {
      unanswered.increment();
      return Outcome.STUCK;
    } catch (SdkException e) {
      unanswered.increment();
      return Outcome.BUSY;
    }
  }

  /** How many posts were neither taken nor told that their connection is gone, since last asked. */
  public long takeUnanswered() {
    return unanswered.sumThenReset();
  }

  /** The gateway tells of it as of a client's own close: so it is noted before. */
  @Override
  public void close(ConnectionId connection, CloseReason reason) {
    owners.closing(connection);
    try {
      client.get().deleteConnection(r -> r.connectionId(connection.text()));
    } catch (SdkException e) {
      // gone already, or the gateway will cut it off when its time is over: it is dropped either
      // way
    }
  }

  /** Whether the gateway still knows the connection; one it says nothing of counts as open. */
  public boolean isOpen(ConnectionId connection) {
    try {
      client.get().getConnection(r -> r.connectionId(connection.text()));
      return true;
    } catch (GoneException e) {
      return false;
    } catch (SdkException e) {
      return true;
    }
  }
}
