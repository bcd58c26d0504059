package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Standing;
import java.util.Optional;

/** What presence promises (protocol section 5), checked at every write and at every rest. */
final class PresenceChecks {

  private PresenceChecks() {}

  /** The item was written by what {@code cause} set off. */
  static void written(World world, Presence before, Presence after, Object cause) {
    if (after.connections().size() < before.connections().size()) {
      boolean clean = cause instanceof Call.Goes(_, var byClient) && byClient;
      if (!after.isOnline()) {
        boolean untold = world.past().unclean() && !before.allReady();
        world.past(world.past().dropped(clean && !untold));
      } else if (!clean && !after.allReady()) {
        world.past(world.past().dropped(false));
      }
    }
    if (after.expiredThrough() > before.expiredThrough()) {
      Optional<DropId> timer =
          cause instanceof Job.GraceOver(_, var drop) ? Optional.of(drop) : Optional.empty();
      if (before.isOnline() || timer.isEmpty() || !before.drop().equals(timer)) {
        world.breaks("early: the grace of epoch " + after.expiredThrough() + " runs out");
      }
    }
  }

  /**
   * Nobody is away before its window has passed, or made to leave but by an expiry since it joined.
   */
  static void published(World world, int session, Commit commit, Object cause) {
    for (SessionEvent event : commit.events()) {
      if (event.payload() instanceof Payload.Disconnected
          && !(cause instanceof Job.Attend(_, var onlyFor, _) && onlyFor.isPresent())) {
        world.breaks("early: away in session " + session + " by no away job");
      }
      if (event.payload() instanceof Payload.Left(var agent, var how)
          && how == Departure.GRACE_EXPIRED) {
        Payload joining = lastJoining(world.log(session), agent.equals(Cast.AGENT));
        long epoch = joining instanceof Payload.Joined joined ? joined.becoming().epoch() : 0;
        if (world.presence().expiredThrough() <= epoch) {
          world.breaks("left session " + session + " without an expiry");
        }
      }
    }
  }

  private static Payload lastJoining(Log log, boolean agent) {
    return log.commits().stream()
        .flatMap(commit -> commit.events().stream())
        .map(SessionEvent::payload)
        .filter(p -> agent && p instanceof Payload.Joined j && j.agent().equals(Cast.AGENT))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** Whoever is refused does not keep its agent online until the sweep. */
  static void refused(World world, Object cause) {
    if (cause instanceof Call.Arrives(var connection)
        && world.presence().find(Cast.connection(connection)).isPresent()) {
      world.breaks("c" + connection + " is refused, and still recorded");
    }
  }

  /** What is wrong although nothing is due. */
  static Optional<String> wrongAtRest(World world, Setting setting) {
    for (int i = 0; i < Setting.SESSIONS; i++) {
      if (world.has(i)) {
        Optional<String> wrong = wrongAtRest(world, i, setting);
        if (wrong.isPresent()) {
          return wrong.map(w -> w + " in session " + world.log(0).session());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrongAtRest(World world, int session, Setting setting) {
    Presence presence = world.presence();
    Optional<Standing.Joined> joined = joined(world.log(session).state());
    if (joined.isEmpty()) {
      return Optional.empty();
    }
    boolean away = joined.get().away();
    boolean tracked = presence.epoch() > joined.get().epoch();
    if (presence.isOnline() && away) {
      return Optional.of("online, and shown as disconnected");
    }
    if (presence.expiredThrough() > joined.get().epoch()) {
      return Optional.of("still joined, though its grace ran out");
    }
    if (!presence.isOnline() && tracked && !away) {
      return Optional.of("away, and shown as connected");
    }
    if (!presence.isOnline() && tracked && setting.windows().graceMillis().isPresent()) {
      return Optional.of("away, and its grace never runs out");
    }
    if (!presence.isOnline() && !tracked && away) {
      return Optional.of("joined while away, and shown as disconnected");
    }
    return Optional.empty();
  }

  private static Optional<Standing.Joined> joined(Optional<SessionState> state) {
    return state
        .flatMap(s -> s.member(Cast.AGENT))
        .map(Member::standing)
        .filter(Standing.Joined.class::isInstance)
        .map(Standing.Joined.class::cast);
  }
}
