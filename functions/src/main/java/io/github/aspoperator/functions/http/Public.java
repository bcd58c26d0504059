package io.github.aspoperator.functions.http;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.route.Audience;
import io.github.aspoperator.wire.route.Endpoint;
import io.github.aspoperator.wire.route.Routing;
import java.util.Map;

/**
 * What takes no credentials: health, the contract for machines, what a browser asks before a call;
 * and every request that no other route takes, which is told that there is nothing.
 */
public final class Public extends HttpFunction {

  /** As Lambda makes it. */
  public Public() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public Public(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Ports ports(Aws aws, HttpEvent event, Routing.Match match) {
    if (match.endpoint() == Endpoint.CONNECT) {
      throw new Refusal.UpgradeRequired().thrown();
    }
    if (match.endpoint().audience() != Audience.ANYONE) {
      throw new IllegalStateException("no route led " + match.endpoint() + " to its function");
    }
    return aws.ports();
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("GET", "/openapi.json");
  }
}
