package io.github.aspoperator.functions.http;

import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.wire.call.OpenSide;
import io.github.aspoperator.wire.call.Sides;
import io.github.aspoperator.wire.route.Routing;
import java.util.Map;

/** Every call of the owner's side, {@code /_admin/…}. */
public final class OwnerSide extends HttpFunction {

  private final Ports ports;
  private final OpenSide open;

  /** As Lambda makes it. */
  public OwnerSide() {
    this(System.getenv());
  }

  /** With these variables. */
  public OwnerSide(Map<String, String> environment) {
    super(environment);
    this.ports = aws().adminPorts();
    this.open = new OpenSide(aws().settings().version());
  }

  @Override
  Sides sides(HttpEvent event, Routing.Match match) {
    return new PortSides(ports, aws().settings().windows(), open);
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("GET", "/_admin/agents");
  }
}
