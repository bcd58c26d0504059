package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How a world is at first. */
final class Beginning {

  private static final Presence LEFT_CLEANLY =
      new Presence(
          List.of(),
          1,
          Optional.of(new DropId(new Ulid(1, 3))),
          false,
          OptionalLong.empty(),
          Optional.empty(),
          0,
          0,
          1);

  /** Commits of the beginning are numbered from here on. */
  private static final int NUMBERS = 1000;

  private Beginning() {}

  static World of(Setting setting, Atoms atoms) {
    World world = World.empty(atoms);
    world.budget(setting.chances());
    world.lines(Collections.nCopies(setting.lines().size(), 0));
    for (int i = 0; i < setting.before().size(); i++) {
      write(world, i, setting);
    }
    if (!setting.behind().isEmpty()) {
      fallBehind(world, setting);
    }
    if (setting.has(Topic.CONNECTED)) {
      world.presence(WorldPresences.online(Cast.connection(0)));
      int handed = world.handed().size();
      world.wire(0, Wire.UNUSED.with(Wire.Status.OPEN).alone(handed));
    } else if (isMember(world.log(0))) {
      world.presence(LEFT_CLEANLY);
    }
    if (setting.has(Topic.HALF_CONNECTED)) {
      world.presence(world.presence().connect(Cast.connection(1), 0, Cast.TOKEN));
      world.wire(1, Wire.UNUSED.with(Wire.Status.CLOSED).owing(0));
    }
    return world;
  }

  private static void write(World world, int session, Setting setting) {
    Log log = setting.root(session);
    for (Act.Says says : setting.before().get(session)) {
      int number = NUMBERS + 100 * session + log.commits().size();
      log = log.with(Script.commit(log, says, number, world.clock()).orElseThrow());
    }
    SessionState state = log.state().orElseThrow();
    world.log(session, log);
    world.roster(session, state.roster());
    world.bells(session, new Bells(log.commits().size(), List.of()));
    long through = state.roster().through();
    MemberBits lagging = setting.has(Topic.PEER_LAGS) ? MemberBits.NONE.with(0) : MemberBits.NONE;
    world.head(session, new Head(state.sequence(), state.at(), 1, lagging, through));
    for (Member member : state.roster().members().all()) {
      if (setting.keepsEntries(member.handle())) {
        world.entry(
            session, new SessionIndex.Entry(member.handle(), Cast.session(session), through, true));
      }
    }
    if (session == 0) {
      world.handed(log.truth(Cast.AGENT).all());
      world.peer(setting.has(Topic.PEER_CONNECTED) ? state.sequence() : 0);
    }
  }

  private static void fallBehind(World world, Setting setting) {
    Log log = world.log(0);
    for (Act.Says says : setting.behind()) {
      int number = NUMBERS + log.commits().size();
      log = log.with(Script.commit(log, says, number, world.clock()).orElseThrow());
    }
    world.log(0, log);
    world.bells(0, new Bells(log.commits().size(), List.of(Bell.of(Cast.session(0)))));
  }

  private static boolean isMember(Log log) {
    return log.state().flatMap(s -> s.member(Cast.AGENT)).filter(Member::isActive).isPresent();
  }
}
