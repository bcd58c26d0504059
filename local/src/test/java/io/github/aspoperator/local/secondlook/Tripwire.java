package io.github.aspoperator.local.secondlook;

import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Stops a writer before one of its calls to a port, lets something else happen, and lets it go on.
 * Since a step makes at most one call, this is where steps may be held, and where a call that is
 * not made of steps may be.
 */
final class Tripwire {

  private final int call;
  private final Runnable meanwhile;
  private int calls;
  private String where = "";

  /** Runs {@code meanwhile} before the call of that number, the first being 0. */
  Tripwire(int call, Runnable meanwhile) {
    this.call = call;
    this.meanwhile = meanwhile;
  }

  /** Whether the writer came that far. */
  boolean hasTripped() {
    return !where.isEmpty();
  }

  /** Which call was held up. */
  String where() {
    return where;
  }

  /** {@code ports}, with every call counted. */
  Ports on(Ports ports) {
    return new Ports(
        watched(SessionLog.class, ports.log()),
        watched(Idempotency.class, ports.idempotency()),
        watched(SessionIndex.class, ports.index()),
        watched(Heads.class, ports.heads()),
        watched(Lags.class, ports.lags()),
        watched(Presences.class, ports.presences()),
        watched(Agents.class, ports.agents()),
        watched(Allowlists.class, ports.allowlists()),
        watched(Blocks.class, ports.blocks()),
        watched(Credentials.class, ports.credentials()),
        watched(Owners.class, ports.owners()),
        watched(Tickets.class, ports.tickets()),
        watched(Jobs.class, ports.jobs()),
        watched(Pusher.class, ports.pusher()),
        ports.ids(),
        ports.clock());
  }

  private <T> T watched(Class<T> port, T adapter) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (calls++ == call) {
                where = port.getSimpleName() + "." + method.getName();
                meanwhile.run();
              }
              try {
                return method.invoke(adapter, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
    return port.cast(proxy);
  }
}
