package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.delivery.Drain;
import io.github.aspoperator.delivery.Replay;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Attend;
import io.github.aspoperator.presence.Drop;
import io.github.aspoperator.presence.Grace;
import io.github.aspoperator.session.Commit;
import java.util.List;

/** What begins the operator's own work: bells, and jobs that wait. */
final class Ringers {

  private final Setting setting;
  private final Work work;

  Ringers(Setting setting, Work work) {
    this.setting = setting;
    this.work = work;
  }

  void moves(World world, List<Move> moves) {
    for (int session = 0; session < Setting.SESSIONS; session++) {
      if (world.has(session) && setting.drains(session)) {
        bells(world, session, moves);
      }
    }
    if (world.left(Chance.OTHER_CATCHES_UP) > 0 && world.head(0).lagging().has(0)) {
      moves.add(
          Move.may(
              () -> "the peer has CAUGHT UP",
              next -> {
                next.spend(Chance.OTHER_CATCHES_UP);
                next.head(0, WorldHeads.without(next.head(0), 0));
              }));
    }
    if (world.replays() > 0) {
      work.free(world, Lane.REPLAY)
          .ifPresent(slot ->
              moves.add(
                  Move.due(
                      () -> "a replay begins",
                      next -> {
                        next.replays(next.replays() - 1);
                        Job job = new Job.Replay(Cast.AGENT);
                        work.beginAndStep(next, slot, job, Replay.of(Cast.AGENT));
                      })));
    }
    world.jobs().stream().distinct().forEach(job -> job(world, job, moves));
  }

  private void job(World world, Job job, List<Move> moves) {
    work.free(world, Lane.JOB)
        .ifPresent(slot ->
            moves.add(
                Move.due(
                    () -> "begin " + Told.job(job),
                    next -> {
                      WorldJobs.take(next, job);
                      work.beginAndStep(next, slot, job, first(job));
                    })));
  }

  /** As {@link io.github.aspoperator.operator.JobRunner} begins it. */
  private static Step<?> first(Job job) {
    return switch (job) {
      case Job.Attend(var agent, var onlyFor, var before) -> Attend.all(agent, onlyFor, before);
      case Job.AttendOne(var agent, var session) -> Attend.one(agent, session);
      case Job.GraceOver(var agent, var drop) -> Grace.over(agent, drop);
      case Job.Drop(var agent, var connection) -> Drop.of(agent, connection, false);
      default -> Held.before(new Errand.Perform(job));
    };
  }

  private void bells(World world, int session, List<Move> moves) {
    Bells bells = world.bells(session);
    List<Commit> commits = world.log(session).commits();
    for (int through = bells.next() + 1; through <= commits.size(); through++) {
      if (through == bells.next() + 1
          || (setting.has(Topic.COALESCED) && through == commits.size())) {
        int upTo = through;
        Bell bell = new Bell(Cast.session(session), commits.subList(bells.next(), through));
        ring(world, session, bell, true, moves, next -> next.bells(session, bells.upTo(upTo)));
      }
    }
    for (Bell bell : bells.back()) {
      ring(world, session, bell, true, moves, next -> next.bells(session, bells.without(bell)));
      if (setting.has(Topic.COALESCED) && bells.next() < commits.size()) {
        Bell later = new Bell(Cast.session(session), commits.subList(bells.next(), commits.size()));
        Bells none = bells.without(bell).upTo(commits.size());
        ring(world, session, bell.and(later), true, moves, next -> next.bells(session, none));
      }
    }
    if (world.left(Chance.SPARE_BELL) > 0) {
      Bell spare = Bell.of(Cast.session(session));
      ring(world, session, spare, false, moves, next -> next.spend(Chance.SPARE_BELL));
    }
  }

  private void ring(
      World world,
      int session,
      Bell bell,
      boolean due,
      List<Move> moves,
      java.util.function.Consumer<World> taken) {
    boolean another = !work.isIdle(world, Lane.DRAIN);
    work.free(world, Lane.DRAIN)
        .ifPresent(slot ->
            moves.add(
                new Move(
                    () ->
                        "bell "
                            + bell.commits().stream().map(Commit::key).toList()
                            + " of "
                            + session,
                    due,
                    next -> {
                      taken.accept(next);
                      if (another) {
                        next.past(next.past().faulty());
                      }
                      work.beginAndStep(next, slot, bell, Drain.on(bell));
                    })));
  }
}
