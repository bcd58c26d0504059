package io.github.aspoperator.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.Origin;
import io.github.aspoperator.functions.Primed;
import io.github.aspoperator.functions.RehearsalContext;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.wire.call.FrontDoor;
import io.github.aspoperator.wire.call.OpenSide;
import io.github.aspoperator.wire.http.Cors;
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
abstract class HttpFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final System.Logger LOG = System.getLogger(HttpFunction.class.getName());

  private final Aws aws;
  private final Origin origin;
  private final Windows windows;
  private final OpenSide open;

  @SuppressWarnings("unused") // only kept: see Primed
  private final Primed primed;

  /** A function with these variables. */
  HttpFunction(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    this.aws = new Aws(settings);
    this.origin = new Origin(settings.originSecret());
    this.windows = settings.windows();
    this.open = new OpenSide(settings.version());
    this.primed = Primed.with(() -> handleRequest(rehearsal(), new RehearsalContext()));
  }

  /** What this function's calls stand on. */
  abstract Ports ports(HttpEvent event, Routing.Match match);

  /** The request line that this function is warmed up with: one of its own. */
  abstract Rehearsal line();

  private APIGatewayV2HTTPEvent rehearsal() {
    return line().event(origin);
  }

  /** The adapters. */
  final Aws aws() {
    return aws;
  }

  @Override
  public final APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, Context context) {
    return response(answer(new HttpEvent(event), context.getAwsRequestId()));
  }

  private Reply answer(HttpEvent event, String requestId) {
    try {
      origin.check(event);
      return switch (Endpoints.match(event.method(), event.path())) {
        case Routing.None(var refusal) -> throw refusal.thrown();
        case Routing.Preflight _ -> Replies.preflight();
        case Routing.Match match ->
            FrontDoor.answer(match, event, new PortSides(ports(event, match), windows, open));
      };
    } catch (RuntimeException e) {
      return Errors.of(FrontDoor.refusal(e, LOG), "req_" + requestId);
    }
  }

  private static APIGatewayV2HTTPResponse response(Reply reply) {
    Map<String, String> headers = new HashMap<>(Cors.ANY_ORIGIN);
    headers.putAll(reply.headers());
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(reply.status())
        .withHeaders(headers)
        .withBody(new String(reply.body(), StandardCharsets.UTF_8))
        .build();
  }
}
