package io.github.aspoperator.smallworld;

import io.github.aspoperator.session.Commit;
import java.util.List;
import java.util.Optional;

/** Those who write: the lines of the setting, each in its order, side by side. */
final class Writers {

  private static final int PER_LINE = 100;

  private final Setting setting;
  private final Work work;

  Writers(Setting setting, Work work) {
    this.setting = setting;
    this.work = work;
  }

  void moves(World world, List<Move> moves) {
    for (int i = 0; i < setting.lines().size(); i++) {
      int line = i;
      int position = world.lines().get(line);
      List<Act> acts = setting.lines().get(line);
      if (position < acts.size()) {
        switch (acts.get(position)) {
          case Act.Says says -> says(world, line, position, says, moves);
          case Act.Calls(var errand) ->
              work.free(world, Lane.ERRAND)
                  .ifPresent(slot ->
                      moves.add(
                          Move.may(
                              () -> "begin " + errand.getClass().getSimpleName(),
                              next -> {
                                next.advance(line);
                                work.beginAndStep(next, slot, errand, Held.before(errand));
                              })));
        }
      }
    }
  }

  private void says(World world, int line, int position, Act.Says says, List<Move> moves) {
    Log log = world.log(session(says));
    Optional<Commit> commit = Script.commit(log, says, line * PER_LINE + position, world.clock());
    commit.ifPresent(c ->
        moves.add(
            Move.may(
                () -> "PUT " + Told.events(c),
                next -> {
                  next.advance(line);
                  next.put(setting, session(says), log.with(c));
                })));
  }

  private static int session(Act.Says says) {
    return says.command() instanceof io.github.aspoperator.session.Command.Existing existing
        ? Cast.index(existing.session())
        : 0;
  }
}
