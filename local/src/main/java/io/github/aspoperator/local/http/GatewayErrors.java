package io.github.aspoperator.local.http;

import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.reply.Errors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty itself refuses, before {@link Door} sees it: in the protocol's shape all the same. An
 * unknown version (505) or coding (501) is the client's mistake like the rest. Public for Jetty.
 */
public final class GatewayErrors extends ErrorHandler {

  private final Ids ids;

  GatewayErrors(Ids ids) {
    this.ids = ids;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Refusal refusal =
        response.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR_500
            ? failure(request)
            : new Refusal.InvalidRequest("", "This is no request of HTTP that can be read.");
    Answers.write(Errors.of(refusal, "req_" + ids.next().text()), response, callback);
    return true;
  }

  /** A handshake that a stop overtakes is no failure. */
  private static Refusal failure(Request request) {
    boolean running = request.getConnectionMetaData().getConnector().getServer().isRunning();
    return running ? new Refusal.Internal() : new Refusal.Unavailable(1);
  }
}
