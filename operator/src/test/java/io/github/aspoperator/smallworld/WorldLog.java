package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The logs of a world. Every commit weighs the same. */
final class WorldLog implements SessionLog {

  /** Bytes a commit counts for. */
  static final int WEIGHT = 100;

  private final Stage stage;

  WorldLog(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Appended append(Commit commit) {
    World world = stage.writes();
    int session = Cast.index(commit.session());
    Log log = world.log(session);
    if (commit.key() == log.nextKey()) {
      OtherChecks.decided(world, session, log.with(commit), commit);
      world.put(stage.setting(), session, log.with(commit));
      PresenceChecks.published(world, session, commit, world.cause(stage.slot()));
      stage.note("puts " + Told.events(commit));
      return new Appended.Done();
    }
    Commit winner =
        log.commits().stream().filter(c -> c.key() == commit.key()).findFirst().orElseThrow();
    stage.note("comes too late");
    return winner.command().equals(commit.command())
        ? new Appended.Done()
        : new Appended.Taken(winner);
  }

  @Override
  public List<Commit> read(SessionId session, long after, int maxBytes) {
    List<Commit> page = new ArrayList<>();
    for (Commit commit : stage.reads().log(Cast.index(session)).commits()) {
      boolean fits = page.isEmpty() || (page.size() + 1) * WEIGHT <= maxBytes;
      if ((commit.last() > after || commit.key() > after) && fits) {
        page.add(commit);
      }
    }
    stage.note("reads " + page.size() + " after " + after);
    return page;
  }

  @Override
  public Optional<SessionState> state(SessionId session) {
    Log log = stage.reads().log(Cast.index(session));
    stage.note("reads the state at " + log.last());
    return log.state();
  }

  @Override
  public long lastBefore(SessionId session, long millis) {
    return stage.reads().log(Cast.index(session)).commits().stream()
        .filter(commit -> commit.at() < millis)
        .mapToLong(Commit::last)
        .max()
        .orElse(0);
  }
}
