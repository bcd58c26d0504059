package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import java.util.Set;

/** A number of acts, a few of them under way at once, with pauses between that are drawn. */
final class Workload {

  private static final int AT_ONCE = 3;

  private final World world;
  private final Draw draw;
  private final long seed;
  private final Profile profile;
  private final int acts;
  private final Set<Integer> skipped;
  private final Verbs verbs;
  private final Comings comings;
  private final Owners owners;
  private int begun;

  /** {@code skipped}: the numbers of acts that are left out. */
  Workload(World world, long seed, int acts, Set<Integer> skipped) {
    this.world = world;
    this.draw = Draw.of(seed, -1);
    this.seed = seed;
    this.acts = acts;
    this.skipped = skipped;
    this.profile = Profile.ALL.get(draw.below(Profile.ALL.size()));
    Callers callers = new Callers(world);
    this.verbs = new Verbs(world, callers);
    this.comings = new Comings(world);
    this.owners = new Owners(world, callers);
  }

  void begin() {
    for (int i = 0; i < AT_ONCE; i++) {
      next();
    }
  }

  /** Whether every act was begun. */
  boolean isOver() {
    return begun == acts;
  }

  private void next() {
    if (isOver()) {
      return;
    }
    int number = begun;
    begun++;
    Scheduler scheduler = world.scheduler();
    scheduler.at(scheduler.now() + gap(), "act " + number, () -> act(number));
  }

  /** Mostly none; sometimes longer than the away window, and sometimes than the grace window. */
  private long gap() {
    int kind = draw.below(20);
    if (kind < 14) {
      return draw.below(30);
    }
    return kind < 19 ? draw.below(5_000) : draw.below(40_000);
  }

  private void act(int number) {
    if (skipped.contains(number)) {
      next();
      return;
    }
    Draw own = Draw.of(seed, number);
    Act act = profile.draw(own);
    switch (act) {
      case CREATE, JOIN, INVITE, SEND, LEAVE, END, REOPEN, READ -> verbs.act(act, own, this::next);
      case CONNECT, CLOSE, VANISH, CUT -> {
        comings.act(act, own);
        next();
      }
      case BLOCK, UNBLOCK, COMPARE, POLICY, ROTATE, REMOVE -> owners.act(act, own, this::next);
    }
  }
}
