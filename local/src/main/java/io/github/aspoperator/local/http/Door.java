package io.github.aspoperator.local.http;

import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.wire.call.AgentSide;
import io.github.aspoperator.wire.call.OwnerSide;
import io.github.aspoperator.wire.http.BearerTokens;
import io.github.aspoperator.wire.http.Queries;
import io.github.aspoperator.wire.reply.Errors;
import io.github.aspoperator.wire.reply.Replies;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.route.Endpoint;
import io.github.aspoperator.wire.route.Endpoints;
import io.github.aspoperator.wire.route.Routing;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Every request comes in here, and is checked in the order of protocol section 3: route,
 * credentials, rate, then what the call itself checks. Public because Jetty looks at it.
 */
public final class Door extends Handler.Abstract {

  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  private final Authentication authentication;
  private final AgentSide agents;
  private final OwnerSide owners;
  private final ConnectDoor connect;
  private final RateLimits rates;
  private final Ids ids;
  private final String version;
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
    this.version = version;
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
            Answers.write(answer(match, request), response, callback);
          }
        }
      }
    } catch (Refused refused) {
      refuse(refused.refusal(), request, response, callback);
    } catch (Unavailable e) {
      LOG.log(System.Logger.Level.WARNING, "a request could not be served", e);
      refuse(new Refusal.Unavailable(1), request, response, callback);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a request failed", e);
      refuse(new Refusal.Internal(), request, response, callback);
    }
    return true;
  }

  private Reply answer(Routing.Match match, Request request) {
    return switch (match.endpoint().audience()) {
      case ANYONE -> {
        Queries.none(request.getHttpURI().getQuery());
        yield open(match);
      }
      case AGENT -> {
        Caller caller = authentication.agent(bearer(request), header(request, "X-ASP-Agent"));
        rates.take(caller.agent());
        yield agents.answer(read(match, request), caller);
      }
      case OWNER, OPERATOR -> {
        var principal = authentication.admin(bearer(request));
        yield owners.answer(read(match, request), principal);
      }
    };
  }

  private Reply open(Routing.Match match) {
    return switch (match.endpoint()) {
      case OPENAPI -> Documents.root("openapi.json");
      case ASYNCAPI -> Documents.root("asyncapi.json");
      case SCHEMA -> Documents.file(match.variable("file"));
      default -> Replies.health(version);
    };
  }

  private static io.github.aspoperator.wire.call.Request read(
      Routing.Match match, Request request) {
    return new io.github.aspoperator.wire.call.Request(
        match,
        request.getHttpURI().getQuery(),
        header(request, "Idempotency-Key"),
        BodyReader.read(request));
  }

  static Optional<Token> bearer(Request request) {
    List<String> values = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    return BearerTokens.of(values);
  }

  /** A header that comes several times is one list, as HTTP has it: none of them wins. */
  static Optional<String> header(Request request, String name) {
    List<String> values = request.getHeaders().getValuesList(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  private void refuse(Refusal refusal, Request request, Response response, Callback callback) {
    String requestId = "req_" + ids.next().text();
    Answers.refuse(Errors.of(refusal, requestId), request, response, callback);
  }
}
