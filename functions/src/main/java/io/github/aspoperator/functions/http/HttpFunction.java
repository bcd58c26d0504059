package io.github.aspoperator.functions.http;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.Origin;
import io.github.aspoperator.functions.log.LateLogger;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.wire.call.FrontDoor;
import io.github.aspoperator.wire.call.OpenSide;
import io.github.aspoperator.wire.http.Cors;
import io.github.aspoperator.wire.json.JsonWriter;
import io.github.aspoperator.wire.reply.Errors;
import io.github.aspoperator.wire.reply.Replies;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.route.Endpoints;
import io.github.aspoperator.wire.route.Routing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A call over HTTP: decoded, made and encoded. Which route leads here, the template says; what the
 * request means is read from its own method and path, as in every home.
 */
abstract class HttpFunction extends Function {

  private static final LateLogger LOG = LateLogger.of(HttpFunction.class);
  private static final String REHEARSAL = "rehearsal";

  private final Aws aws;
  private final Origin origin;
  private final Windows windows;
  private final OpenSide open;

  /** A function with these variables. */
  HttpFunction(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    this.aws = new Aws(settings);
    this.origin = new Origin(settings.originSecret());
    this.windows = settings.windows();
    this.open = new OpenSide(settings.version());
    prime();
  }

  /** What this function's calls stand on. */
  abstract Ports ports(Aws aws, HttpEvent event, Routing.Match match);

  /** What this function is warmed up with: a request of its own. */
  abstract Rehearsal line();

  @Override
  protected final void reach() {
    answer(line().event(origin, Token.fresh(), Scene.QUIET), REHEARSAL);
    if (line().writesInSession()) {
      aws.rehearsal().write();
    }
  }

  @Override
  protected final void rehearse() {
    rehearsed(Scene.QUIET);
    rehearsed(Scene.BUSY);
  }

  /** What is answered to an agent of the scene. */
  final byte[] rehearsed(SessionId session) {
    Scene scene = aws.rehearsal().scene();
    return answer(scene.aws(), line().event(origin, scene.token(), session), REHEARSAL);
  }

  @Override
  public final byte[] answer(byte[] event, String requestId) {
    return answer(aws, event, requestId);
  }

  private byte[] answer(Aws on, byte[] event, String requestId) {
    return response(reply(on, new HttpEvent(event), requestId));
  }

  private Reply reply(Aws on, HttpEvent event, String requestId) {
    try {
      origin.check(event);
      return switch (Endpoints.match(event.method(), event.path())) {
        case Routing.None(var refusal) -> throw refusal.thrown();
        case Routing.Preflight _ -> Replies.preflight();
        case Routing.Match match ->
            FrontDoor.answer(match, event, new PortSides(ports(on, event, match), windows, open));
      };
    } catch (RuntimeException e) {
      return Errors.of(FrontDoor.refusal(e, LOG), "req_" + requestId);
    }
  }

  private static byte[] response(Reply reply) {
    Map<String, String> headers = new HashMap<>(Cors.ANY_ORIGIN);
    headers.putAll(reply.headers());
    JsonWriter json = new JsonWriter(512 + reply.body().length);
    json.object().name("statusCode").number(reply.status()).name("headers").object();
    headers.forEach((name, value) -> json.name(name).string(value));
    json.endObject().name("body").string(new String(reply.body(), StandardCharsets.UTF_8));
    return json.endObject().done();
  }
}
