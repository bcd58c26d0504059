package io.github.aspoperator.job;

import java.util.Optional;

/**
 * One step of a procedure, as a value: it makes at most one call to a port and says what comes
 * next. A loop runs it in production; an explorer or a simulator can hold, compare and resume it at
 * any point.
 *
 * @param <P> the ports it may call
 */
public interface Step<P> {

  /** Makes the call; what comes next, or nothing when the procedure is over. */
  Optional<? extends Step<P>> run(P ports);

  /** Runs {@code first} and everything after it. */
  static <P> void runAll(Step<P> first, P ports) {
    Optional<? extends Step<P>> next = Optional.of(first);
    while (next.isPresent()) {
      next = next.get().run(ports);
    }
  }
}
