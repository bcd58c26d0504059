package io.github.aspoperator.functions.http;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.call.OpenSide;
import io.github.aspoperator.wire.call.Sides;
import io.github.aspoperator.wire.route.Audience;
import io.github.aspoperator.wire.route.Endpoint;
import io.github.aspoperator.wire.route.Routing;
import java.util.Map;

/**
 * What takes no credentials: health, the contract for machines, what a browser asks before a call;
 * and every request that no other route takes, which is told that there is nothing.
 */
public final class Public extends HttpFunction {

  private final OpenSide open;

  /** As Lambda makes it. */
  public Public() {
    this(System.getenv());
  }

  /** With these variables. */
  public Public(Map<String, String> environment) {
    super(environment);
    this.open = new OpenSide(aws().settings().version());
  }

  @Override
  Sides sides(HttpEvent event, Routing.Match match) {
    if (match.endpoint() == Endpoint.CONNECT) {
      throw new Refusal.UpgradeRequired().thrown();
    }
    if (match.endpoint().audience() != Audience.ANYONE) {
      throw new IllegalStateException("no route led " + match.endpoint() + " to its function");
    }
    return new PortSides(aws().ports(), aws().settings().windows(), open);
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("GET", "/openapi.json");
  }
}
