package io.github.aspoperator.load.run;

import io.github.aspoperator.load.setup.Agent;
import io.github.aspoperator.load.setup.CannotRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sockets of some agents: connected a few at a time, kept awake, closed together. */
final class Sockets {
  private static final Duration CONNECTING = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);
  private static final int AT_ONCE = 64;

  private final Rig rig;
  private final List<AgentSocket> sockets;

  Sockets(Rig rig, List<Agent> agents) {
    this.rig = rig;
    sockets = agents.stream().map(agent -> new AgentSocket(rig, agent)).toList();
    rig.loop().every(HEARTBEAT, () -> sockets.forEach(AgentSocket::ping));
  }

  AgentSocket first() {
    return sockets.getFirst();
  }

  /** Returns when all are open. */
  void connect() throws CannotRun {
    for (int from = 0; from < sockets.size(); from += AT_ONCE) {
      List<AgentSocket> some = sockets.subList(from, Math.min(from + AT_ONCE, sockets.size()));
      some.forEach(AgentSocket::connect);
      rig.loop()
          .runUntil(
              () -> some.stream().allMatch(AgentSocket::isOpen) || failure(some).isPresent(),
              CONNECTING);
      Optional<String> failure = failure(some);
      if (failure.isPresent()) {
        throw new CannotRun(failure.get());
      }
      if (!some.stream().allMatch(AgentSocket::isOpen)) {
        throw new CannotRun("A WebSocket connection did not open in time.");
      }
    }
  }

  /** Closes all cleanly; false if the operator did not answer every close in time. */
  boolean close() {
    sockets.forEach(AgentSocket::close);
    return rig.loop().runUntil(() -> sockets.stream().allMatch(AgentSocket::isClosed), GOODBYE);
  }

  private static Optional<String> failure(List<AgentSocket> sockets) {
    return sockets.stream()
        .map(AgentSocket::failure)
        .filter(failure -> !failure.isEmpty())
        .findFirst();
  }
}
