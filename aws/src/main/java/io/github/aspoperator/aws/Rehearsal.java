package io.github.aspoperator.aws;

import io.github.aspoperator.aws.dynamo.DynamoLog;
import io.github.aspoperator.aws.gateway.ManagementPusher;
import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A message of nobody, in a session that is none, to a connection that is none: whoever is restored
 * from a snapshot that was taken afterwards has written and posted before. Nothing is changed.
 */
public final class Rehearsal {

  private static final SessionId NOWHERE = new SessionId(new Ulid(0, 0));
  private static final Handle NOBODY = Handle.of("@rehearsal.nobody");
  private static final ConnectionId NO_CONNECTION = new ConnectionId("rehearsal");

  private final Once<Scene> scene;
  private final Ports ports;
  private final DynamoLog log;
  private final ManagementPusher pusher;
  private final Supplier<SqsClient> sqs;

  Rehearsal(
      Settings settings,
      Ports ports,
      DynamoLog log,
      ManagementPusher pusher,
      Supplier<SqsClient> sqs) {
    this.scene = new Once<>(() -> new Scene(settings));
    this.ports = ports;
    this.log = log;
    this.pusher = pusher;
    this.sqs = sqs;
  }

  /** Where an event goes the whole way without effect; set when it is first asked for. */
  public Scene scene() {
    return scene.get();
  }

  /** Has the client at hand that the first job would have made; no queue could be told in vain. */
  public void equip() {
    var _ = sqs.get(); // made by being asked for
  }

  /** Looks at the end of the log, and fails to put the message there. */
  public void write() {
    log.glance(NOWHERE);
    log.failToAppend(message());
  }

  /** Looks for who is present, posts in vain, and fails to move the head. */
  public void handOver() {
    ports.presences().readAll(List.of(NOBODY));
    pusher.push(message().events().getFirst(), List.of(NO_CONNECTION), Pusher.Pace.LIVE);
    pusher.takeUnanswered();
    // there is no head of any version
    ports.heads().replace(NOWHERE, 1, new Head(1, 0, 2, MemberBits.NONE, 0), Optional.empty());
  }

  private static Commit message() {
    Payload message =
        new Payload.Message(
            NOBODY,
            new Body(RawJson.of("\"nobody hears this\""), Optional.empty()),
            Optional.empty());
    return Commit.of(
        NOWHERE, 1, new Ulid(0, 0), 0, Optional.empty(), Optional.empty(), List.of(message));
  }
}
