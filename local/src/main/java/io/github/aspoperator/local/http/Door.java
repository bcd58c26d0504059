package io.github.aspoperator.local.http;

import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.call.AgentSide;
import io.github.aspoperator.wire.call.FrontDoor;
import io.github.aspoperator.wire.call.OpenSide;
import io.github.aspoperator.wire.call.OwnerSide;
import io.github.aspoperator.wire.call.Sides;
import io.github.aspoperator.wire.reply.Errors;
import io.github.aspoperator.wire.reply.Replies;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.route.Endpoint;
import io.github.aspoperator.wire.route.Endpoints;
import io.github.aspoperator.wire.route.Routing;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Every request comes in here, and is checked in the order of protocol section 3: route,
 * credentials, rate, then what the call itself checks. Public because Jetty looks at it.
 */
public final class Door extends Handler.Abstract implements Sides {

  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  private final Authentication authentication;
  private final AgentSide agents;
  private final OwnerSide owners;
  private final ConnectDoor connect;
  private final RateLimits rates;
  private final Ids ids;
  private final OpenSide open;
  private volatile boolean shut;

  Door(
      Authentication authentication,
      AgentSide agents,
      OwnerSide owners,
      ConnectDoor connect,
      RateLimits rates,
      Ids ids,
      String version) {
    this.authentication = authentication;
    this.agents = agents;
    this.owners = owners;
    this.connect = connect;
    this.rates = rates;
    this.ids = ids;
    this.open = new OpenSide(version);
  }

  /** From now on every request is answered with 503. */
  void shut() {
    shut = true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (shut) {
      refuse(new Refusal.Unavailable(1), request, response, callback);
      return true;
    }
    try {
      String path = request.getHttpURI().getPath();
      switch (Endpoints.match(request.getMethod(), path == null ? "" : path)) {
        case Routing.None(var refusal) -> throw refusal.thrown();
        case Routing.Preflight _ -> Answers.write(Replies.preflight(), response, callback);
        case Routing.Match match -> {
          if (match.endpoint() == Endpoint.CONNECT) {
            connect.handle(request, response, callback);
          } else {
            Reply reply = FrontDoor.answer(match, new JettyIncoming(request), this);
            Answers.write(reply, response, callback);
          }
        }
      }
    } catch (RuntimeException e) {
      refuse(FrontDoor.refusal(e, () -> LOG), request, response, callback);
    }
    return true;
  }

  @Override
  public Authentication authentication() {
    return authentication;
  }

  @Override
  public void admit(Caller caller) {
    rates.take(caller.agent());
  }

  @Override
  public AgentSide agents() {
    return agents;
  }

  @Override
  public OwnerSide owners() {
    return owners;
  }

  @Override
  public OpenSide open() {
    return open;
  }

  private void refuse(Refusal refusal, Request request, Response response, Callback callback) {
    String requestId = "req_" + ids.next().text();
    Answers.refuse(Errors.of(refusal, requestId), request, response, callback);
  }
}
