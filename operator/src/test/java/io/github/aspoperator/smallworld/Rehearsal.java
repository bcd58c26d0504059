package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ports that answer as they did before, then once as the world is now, and then hold the caller.
 */
final class Rehearsal {

  private final Stage stage;
  private final List<Object> answers;
  private int next;
  private boolean called;

  Rehearsal(Stage stage, List<Object> answers) {
    this.stage = stage;
    this.answers = new ArrayList<>(answers);
  }

  /** What was answered by now. */
  List<Object> answers() {
    return List.copyOf(answers);
  }

  /** Runs {@code errand} as far as it may go; whether it is held now. */
  boolean holds(Runnable errand) {
    try {
      errand.run();
      return false;
    } catch (Enough _) {
      return true;
    }
  }

  /** The ports of the stage, rehearsed. */
  Ports ports() {
    Ports real = stage.ports();
    return new Ports(
        over(SessionLog.class, real.log()),
        real.idempotency(),
        over(SessionIndex.class, real.index()),
        over(Heads.class, real.heads()),
        over(Lags.class, real.lags()),
        over(Presences.class, real.presences()),
        over(Agents.class, real.agents()),
        over(Allowlists.class, real.allowlists()),
        over(Blocks.class, real.blocks()),
        over(Credentials.class, real.credentials()),
        real.owners(),
        real.tickets(),
        over(Jobs.class, real.jobs()),
        over(Pusher.class, real.pusher()),
        over(Ids.class, real.ids()),
        over(Clock.class, real.clock()));
  }

  private <T> T over(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> answer(port, real, method, arguments)));
  }

  private @Nullable Object answer(
      Class<?> port, Object real, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Optional<World> world = stage.suspend();
    try {
      return invoke(real, method, arguments);
    } catch (Stage.Touched _) {
      // it depends on the world: see below
    } finally {
      stage.resume(world);
    }
    if (next == answers.size()) {
      boolean drawing = port == Ids.class;
      if (called && !drawing) {
        throw Enough.INSTANCE;
      }
      called |= !drawing;
      answers.add(Optional.ofNullable(invoke(real, method, arguments)));
    }
    return ((Optional<?>) answers.get(next++)).orElse(null);
  }

  private static @Nullable Object invoke(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** Holds the caller. */
  private static final class Enough extends RuntimeException {

    @SuppressWarnings("StaticAssignmentOfThrowable") // without a trace, and thrown a million times
    static final Enough INSTANCE = new Enough();

    private static final long serialVersionUID = 1L;

    private Enough() {
      super("enough", null, false, false);
    }
  }
}
