package io.github.aspoperator.presence;

import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Decide;
import io.github.aspoperator.session.Decision;
import io.github.aspoperator.session.Facts;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.trust.Contacts;
import java.util.List;
import java.util.Optional;

/**
 * Brings an agent's presence into its sessions, in slices: in each, the rule of {@link
 * Command.Attend}, again after every commit of its own until nothing changes. An absence is
 * published only for the drop whose away window has passed: whoever connects and drops at once is
 * not away yet. Whoever finds an absence that no job of its own may publish sends that drop's away
 * job once more: a job that was late may just have told of a return that is over.
 */
public sealed interface Attend extends Step<PresencePorts> {

  /** Sessions of one slice. */
  int SLICE = 100;

  @Override
  Optional<Attend> run(PresencePorts ports);

  /** The first step over all sessions of {@code agent}, or those older than {@code before}. */
  static Attend all(Handle agent, Optional<DropId> onlyFor, Optional<SessionId> before) {
    return new Check(agent, onlyFor, before);
  }

  /** The first step for one session that may have come too late for an away job. */
  static Attend one(Handle agent, SessionId session) {
    return new LookAtDrop(agent, session);
  }

  /**
   * What a job is about.
   *
   * @param onlyFor act only while this is the drop that took the agent offline
   * @param asked the drop whose away job was sent once more
   */
  record Aim(Optional<DropId> onlyFor, Optional<DropId> asked) {
    static Aim of(Optional<DropId> onlyFor) {
      return new Aim(onlyFor, Optional.empty());
    }

    Aim asking(DropId drop) {
      return new Aim(onlyFor, Optional.of(drop));
    }
  }

  /** Whether the agent is offline; when its away job ran is not known. */
  record LookAtDrop(Handle agent, SessionId session) implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      Optional<DropId> drop = ports.presences().read(agent).drop();
      Attend now = new ReadPresence(agent, new Aim(Optional.empty(), drop), List.of(session));
      return Optional.of(drop.<Attend>map(d -> new EnqueueAway(agent, d, now)).orElse(now));
    }
  }

  /** The away job once more. */
  record EnqueueAway(Handle agent, DropId drop, Attend then) implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      ports
          .jobs()
          .enqueueAt(
              new Job.Attend(agent, Optional.of(drop), Optional.empty()),
              ports.clock().now() + ports.windows().awayMillis());
      return Optional.of(then);
    }
  }

  /** An away job acts only for the drop it was sent by. */
  record Check(Handle agent, Optional<DropId> onlyFor, Optional<SessionId> before)
      implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      if (onlyFor.isPresent() && !ports.presences().read(agent).drop().equals(onlyFor)) {
        return Optional.empty();
      }
      return Optional.of(new ReadIndex(agent, onlyFor, before));
    }
  }

  /** The next slice of the agent's sessions, strongly. */
  record ReadIndex(Handle agent, Optional<DropId> onlyFor, Optional<SessionId> before)
      implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      List<SessionId> slice = ports.index().page(agent, before, SLICE, true);
      if (slice.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          slice.size() < SLICE
              ? new ReadPresence(agent, Aim.of(onlyFor), slice)
              : new EnqueueRest(agent, onlyFor, slice));
    }
  }

  /** More slices: another job, before this slice's work, so that a crash forgets none. */
  record EnqueueRest(Handle agent, Optional<DropId> onlyFor, List<SessionId> slice)
      implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      ports.jobs().enqueue(new Job.Attend(agent, onlyFor, Optional.of(slice.getLast())));
      return Optional.of(new ReadPresence(agent, Aim.of(onlyFor), slice));
    }
  }

  /** The presence item, strongly, before every decision. */
  record ReadPresence(Handle agent, Aim aim, List<SessionId> rest) implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      return rest.isEmpty()
          ? Optional.empty()
          : Optional.of(new ReadState(agent, aim, rest, ports.presences().read(agent)));
    }
  }

  /** The session's state at the log's tail, and what the rule says of it. */
  record ReadState(Handle agent, Aim aim, List<SessionId> rest, Presence presence)
      implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      Optional<SessionState> state = ports.log().state(rest.getFirst());
      return Optional.of(
          state
              .flatMap(s -> decide(s, isAway(ports.windows()) ? presence.epoch() : 0, ports))
              .<Attend>map(commit -> new Append(agent, aim, rest, commit))
              .orElseGet(() -> goOn(state, ports)));
    }

    /** The timer that ends an absence may run after the job that would publish it. */
    private boolean isAway(Windows windows) {
      return windows.publishAbsence()
          && aim.onlyFor().isPresent()
          && presence.drop().equals(aim.onlyFor());
    }

    private Attend goOn(Optional<SessionState> state, PresencePorts ports) {
      List<SessionId> others = rest.subList(1, rest.size());
      Optional<DropId> drop = presence.drop();
      boolean unpublished =
          ports.windows().publishAbsence()
              && aim.onlyFor().isEmpty()
              && drop.isPresent()
              && !drop.equals(aim.asked())
              && state.flatMap(s -> decide(s, presence.epoch(), ports)).isPresent();
      return unpublished
          ? new EnqueueAway(
              agent, drop.get(), new ReadPresence(agent, aim.asking(drop.get()), others))
          : new ReadPresence(agent, aim, others);
    }

    private Optional<Commit> decide(SessionState state, long absence, PresencePorts ports) {
      Command.Attend command =
          new Command.Attend(
              rest.getFirst(), agent, presence.isOnline(), absence, presence.expiredThrough());
      Facts facts = new Facts(ports.clock().now(), ports.ids().next(), 0, Contacts.NONE);
      return switch (Decide.on(state, command, facts)) {
        case Decision.Append append -> Optional.of(append.commit());
        case Decision.Nothing _, Decision.Refuse _ -> Optional.empty();
      };
    }
  }

  /** Into the log, if nothing came before it; either way the presence is read again. */
  record Append(Handle agent, Aim aim, List<SessionId> rest, Commit commit) implements Attend {
    @Override
    public Optional<Attend> run(PresencePorts ports) {
      SessionLog.Appended appended = ports.log().append(commit);
      return switch (appended) {
        case SessionLog.Appended.Done _, SessionLog.Appended.Taken _, SessionLog.Appended.Known _ ->
            Optional.of(new ReadPresence(agent, aim, rest));
      };
    }
  }
}
