package io.github.aspoperator.functions.socket;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners.Owned;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.wire.json.JsonWriter;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * {@code $disconnect}, which the gateway sends if it can: the connection is dropped. Where this
 * fails, or never comes, the sweep does it.
 */
public final class Disconnect extends Function {

  private static final System.Logger LOG = System.getLogger(Disconnect.class.getName());
  private static final int OK = 200;
  private static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;

  /** What the gateway gives as reason when it ends an idle or old connection itself. */
  private static final String BY_THE_GATEWAY = "Going away";

  private final Aws aws;
  private final ConnectionCalls calls;

  /** As Lambda makes it. */
  public Disconnect() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public Disconnect(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public Disconnect(Aws aws) {
    Settings settings = aws.settings();
    this.aws = aws;
    this.calls = new ConnectionCalls(aws.ports(), settings.windows());
  }

  @Override
  public byte[] answer(byte[] event, String requestId) {
    SocketEvent gone = new SocketEvent(event);
    ConnectionId connection = new ConnectionId(gone.connection());
    Optional<Owned> owned = aws.connectionOwners().find(connection);
    if (owned.isPresent()) {
      boolean clean = isClean(gone, owned.get());
      LOG.log(
          Level.DEBUG,
          "{0} disconnected from {1}, code {2}, by the gateway {3}, clean {4}",
          owned.get().agent(),
          connection.text(),
          gone.code(),
          isByGateway(gone),
          clean);
      calls.disconnect(owned.get().agent(), connection, clean);
      aws.connectionOwners().remove(connection);
    }
    return SocketAnswer.of(OK);
  }

  @Override
  protected void reach() {
    answer(end(), "rehearsal");
    aws.rehearsal().equip();
  }

  @Override
  protected void rehearse() {
    rehearsed();
  }

  /** What is answered when the listener of the scene is gone. */
  byte[] rehearsed() {
    return new Disconnect(aws.rehearsal().scene().aws()).answer(end(), "rehearsal");
  }

  /** Of a connection that only the scene knows. */
  private static byte[] end() {
    JsonWriter json = new JsonWriter(64).object().name("requestContext").object();
    json.name("connectionId").string(Scene.CONNECTION.text()).endObject();
    return json.endObject().done();
  }

  /** Clean is a close frame of the client's own, and nothing else (protocol section 5). */
  private static boolean isClean(SocketEvent gone, Owned owned) {
    boolean byClient =
        switch (gone.code()) {
          case NORMAL -> true;
          case GOING_AWAY -> !isByGateway(gone);
          default -> false;
        };
    return byClient && !owned.closing();
  }

  private static boolean isByGateway(SocketEvent gone) {
    return BY_THE_GATEWAY.equalsIgnoreCase(gone.reason());
  }
}
