package io.github.aspoperator.presence;

import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import java.util.Optional;

/**
 * A grace timer fires: if the agent still is offline by the very drop that started it, its epoch
 * expires.
 */
public sealed interface Grace extends Step<PresencePorts> {

  @Override
  Optional<Grace> run(PresencePorts ports);

  /** The first step. */
  static Grace over(Handle agent, DropId drop) {
    return new Read(agent, drop);
  }

  /** The presence item, strongly. */
  record Read(Handle agent, DropId drop) implements Grace {
    @Override
    public Optional<Grace> run(PresencePorts ports) {
      Presence presence = ports.presences().read(agent);
      boolean still = !presence.isOnline() && presence.drop().filter(drop::equals).isPresent();
      if (!still) {
        return Optional.empty();
      }
      return Optional.of(
          presence.expiredThrough() >= presence.epoch()
              ? new EnqueueAttend(agent)
              : new Write(agent, drop, presence));
    }
  }

  /** The epoch expires; a lost write reads again. */
  record Write(Handle agent, DropId drop, Presence read) implements Grace {
    @Override
    public Optional<Grace> run(PresencePorts ports) {
      boolean written = ports.presences().replace(agent, read.version(), read.expire());
      return Optional.of(written ? new EnqueueAttend(agent) : new Read(agent, drop));
    }
  }

  /** Its sessions see it leave. */
  record EnqueueAttend(Handle agent) implements Grace {
    @Override
    public Optional<Grace> run(PresencePorts ports) {
      ports.jobs().enqueue(new Job.Attend(agent, Optional.empty(), Optional.empty()));
      return Optional.empty();
    }
  }
}
