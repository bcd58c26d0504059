package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Blocks;
import java.lang.reflect.Proxy;

/** The ports of a step that is to touch only some of them. */
final class Untouched {

  private Untouched() {}

  /** Ports of which only these answer. */
  static DeliveryPorts but(SessionLog log, Heads heads, Clock clock) {
    return but(log, heads, port(Lags.class), clock);
  }

  /** Ports of which only these answer. */
  static DeliveryPorts but(Lags lags, Clock clock) {
    return but(port(SessionLog.class), port(Heads.class), lags, clock);
  }

  private static DeliveryPorts but(SessionLog log, Heads heads, Lags lags, Clock clock) {
    return new DeliveryPorts(
        log,
        heads,
        lags,
        port(Presences.class),
        port(Pusher.class),
        port(Idempotency.class),
        port(SessionIndex.class),
        port(Blocks.class),
        port(Agents.class),
        port(Jobs.class),
        port(Ids.class),
        clock,
        DeliveryLimits.DEFAULT);
  }

  /** A port that no step may call. */
  static <T> T port(Class<T> port) {
    Object proxy =
        Proxy.newProxyInstance(
            Untouched.class.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    return port.cast(proxy);
  }
}
