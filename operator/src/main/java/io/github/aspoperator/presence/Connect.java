package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.refusal.Refusal;
import java.util.Optional;

/**
 * Records a connection: the write on the presence item, then the look at its token, then the jobs,
 * and only then may the handshake be answered. A crash in between is a refused handshake, which the
 * sweep removes.
 */
public sealed interface Connect extends Step<PresencePorts> {

  /** Connections one agent may have (protocol section 4). */
  int MAX_CONNECTIONS = 50;

  @Override
  Optional<Connect> run(PresencePorts ports);

  /**
   * Who connects.
   *
   * @param agent who
   * @param connection the transport's name for it
   * @param token the credentials
   */
  record Arrival(Handle agent, ConnectionId connection, TokenHash token) {}

  /** The first step. */
  static Connect of(Arrival arrival) {
    return new Read(arrival);
  }

  /** The presence item, strongly. */
  record Read(Arrival arrival) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      Presence presence = ports.presences().read(arrival.agent());
      if (presence.find(arrival.connection()).isPresent()) {
        // the write happened, and its answer was lost: in once more it would never be the last
        return Optional.of(new LookAtToken(arrival));
      }
      return Optional.of(
          presence.connections().size() >= MAX_CONNECTIONS
              ? new Refuse(new Refusal.RateLimited(1))
              : new Write(arrival, presence));
    }
  }

  /** The connection in; a lost write reads again. */
  record Write(Arrival arrival, Presence read) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      Presence next = read.connect(arrival.connection(), ports.clock().now(), arrival.token());
      boolean written = ports.presences().replace(arrival.agent(), read.version(), next);
      return Optional.of(written ? new LookAtToken(arrival) : new Read(arrival));
    }
  }

  /**
   * A token replaced meanwhile closes live connections, and cannot have seen this one: look again.
   */
  record LookAtToken(Arrival arrival) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      boolean valid =
          ports
              .credentials()
              .find(arrival.token())
              .filter(new Principal.OfAgent(arrival.agent())::equals)
              .isPresent();
      return Optional.of(
          valid
              ? new EnqueueReplay(arrival)
              // not a close by the client: something may have been posted to it already
              : new Undo(Drop.of(arrival.agent(), arrival.connection(), false)));
    }
  }

  /** What it missed is handed over. */
  record EnqueueReplay(Arrival arrival) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      ports.jobs().enqueue(new Job.Replay(arrival.agent()));
      return Optional.of(new EnqueueAttend(arrival));
    }
  }

  /** Whoever was told that it is away is told that it is back. */
  record EnqueueAttend(Arrival arrival) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      ports.jobs().enqueue(new Job.Attend(arrival.agent(), Optional.empty(), Optional.empty()));
      return Optional.empty();
    }
  }

  /** Takes the connection out again, on the path of every drop. */
  record Undo(Step<PresencePorts> drop) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      Optional<? extends Step<PresencePorts>> next = drop.run(ports);
      return Optional.of(
          next.<Connect>map(Undo::new).orElseGet(() -> new Refuse(new Refusal.Unauthorized(true))));
    }
  }

  /** The handshake is refused. */
  record Refuse(Refusal refusal) implements Connect {
    @Override
    public Optional<Connect> run(PresencePorts ports) {
      throw refusal.thrown();
    }
  }
}
