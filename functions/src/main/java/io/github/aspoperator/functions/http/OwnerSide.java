package io.github.aspoperator.functions.http;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.wire.route.Routing;
import java.util.Map;

/** Every call of the owner's side, {@code /_admin/…}. */
public final class OwnerSide extends HttpFunction {

  /** As Lambda makes it. */
  public OwnerSide() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public OwnerSide(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Ports ports(Aws aws, HttpEvent event, Routing.Match match) {
    return aws.adminPorts();
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("GET", "/_admin/agents");
  }
}
