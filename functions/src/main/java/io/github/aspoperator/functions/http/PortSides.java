package io.github.aspoperator.functions.http;

import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.wire.call.AgentSide;
import io.github.aspoperator.wire.call.OpenSide;
import io.github.aspoperator.wire.call.OwnerSide;
import io.github.aspoperator.wire.call.Sides;

/**
 * The sides on some ports, each made when it is asked for.
 *
 * @param ports what they stand on
 * @param windows of presence
 * @param open what anybody may ask
 */
record PortSides(Ports ports, Windows windows, OpenSide open) implements Sides {

  @Override
  public Authentication authentication() {
    return new Authentication(ports.credentials());
  }

  /** The gateway counts requests before they come here. */
  @Override
  public void admit(Caller caller) {}

  @Override
  public AgentSide agents() {
    return new AgentSide(new SessionCalls(ports), new ConnectionCalls(ports, windows));
  }

  @Override
  public OwnerSide owners() {
    return new OwnerSide(new OwnerCalls(ports));
  }
}
