package io.github.aspoperator.functions.socket;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners.Owned;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.functions.Origin;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.wire.call.FrontDoor;
import io.github.aspoperator.wire.call.Handshake;
import io.github.aspoperator.wire.http.Queries;
import io.github.aspoperator.wire.json.JsonWriter;
import io.github.aspoperator.wire.reply.Errors;
import java.lang.System.Logger.Level;
import java.util.Map;

/**
 * {@code $connect}: credentials, then the record of the connection, and only then the answer. The
 * gateway shows a refused client the status alone.
 */
public final class Connect extends Function {

  private static final System.Logger LOG = System.getLogger(Connect.class.getName());
  private static final int OK = 200;

  private final Aws aws;
  private final Origin origin;
  private final Authentication authentication;
  private final ConnectionCalls calls;

  /** As Lambda makes it. */
  public Connect() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public Connect(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public Connect(Aws aws) {
    Settings settings = aws.settings();
    this.aws = aws;
    this.origin = new Origin(settings.originSecret());
    this.authentication = new Authentication(aws.ports().credentials());
    this.calls = new ConnectionCalls(aws.ports(), settings.windows());
  }

  @Override
  public byte[] answer(byte[] event, String requestId) {
    return SocketAnswer.of(status(new SocketEvent(event), requestId));
  }

  private int status(SocketEvent event, String requestId) {
    try {
      connect(event, new ConnectionId(event.connection()));
      return OK;
    } catch (RuntimeException e) {
      return Errors.of(FrontDoor.refusal(e, () -> LOG), requestId).status();
    }
  }

  /** Whose it is comes first: a connection that is recorded can then always be found. */
  private void connect(SocketEvent opening, ConnectionId connection) {
    origin.check(opening);
    Caller caller = Handshake.caller(opening, authentication, calls);
    Queries.connect(opening.rawQuery());
    aws.connectionOwners()
        .put(new Owned(connection, caller.agent(), aws.ports().clock().now(), false));
    try {
      calls.connect(caller, connection);
    } catch (Refused refused) {
      // refused without a record; whatever else fails may have left one, for the sweep to find
      aws.connectionOwners().remove(connection);
      throw refused;
    }
    LOG.log(Level.DEBUG, "{0} connected by {1}", caller.agent(), connection.text());
  }

  @Override
  protected void reach() {
    answer(handshake(Token.fresh()), "rehearsal");
    aws.rehearsal().equip();
  }

  @Override
  protected void rehearse() {
    rehearsed();
  }

  /** What is answered to an agent of the scene. */
  byte[] rehearsed() {
    Scene scene = aws.rehearsal().scene();
    return new Connect(scene.aws()).answer(handshake(scene.token()), "rehearsal");
  }

  private byte[] handshake(Token token) {
    JsonWriter json = new JsonWriter(512).object().name("headers").object();
    origin
        .signed(Map.of("Authorization", "Bearer " + token.secret()))
        .forEach((name, value) -> json.name(name).string(value));
    json.endObject().name("requestContext").object();
    json.name("connectionId").string(Scene.CONNECTION.text()).endObject();
    return json.endObject().done();
  }
}
