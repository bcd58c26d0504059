package io.github.aspoperator.load.run;

import io.github.aspoperator.load.judge.Judge;
import io.github.aspoperator.load.judge.Verdict;
import io.github.aspoperator.load.setup.Agent;
import io.github.aspoperator.load.setup.CannotRun;
import io.github.aspoperator.load.setup.Sessions;
import io.github.aspoperator.load.setup.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The sessions of a run: made before it, ended and judged after it, while the sockets listen. */
final class Meetings {
  private static final Duration LONG = Duration.ofHours(1);

  private final Rig rig;
  private final Sessions sessions;
  private List<Pair> pairs = List.of();
  private List<String> ids = List.of();

  /** Who makes a session, and who joins it. */
  record Pair(Agent creator, Agent invitee) {}

  Meetings(Rig rig) {
    this.rig = rig;
    sessions = new Sessions(rig.setting().calls());
  }

  /** Makes one session for each pair. */
  void make(List<Pair> between) throws CannotRun {
    pairs = between;
    ids =
        whileListening(
            pairs.size(), i -> sessions.make(pairs.get(i).creator(), pairs.get(i).invitee()));
  }

  List<String> ids() {
    return ids;
  }

  /**
   * Ends every session, so that nobody is told later who went away; the last event is also the
   * marker after which nothing more can come.
   */
  void end() throws CannotRun {
    int[] last = rig.ledger().lastOfAll();
    List<Integer> answers =
        whileListening(ids.size(), i -> sessions.end(pairs.get(i).creator(), ids.get(i)));
    for (int i = 0; i < ids.size(); i++) {
      switch (answers.get(i)) {
        case 200 -> {
          int session = rig.ledger().session(ids.get(i));
          rig.ledger().expect(session, last[session] + 1);
        }
        case 0 -> rig.errors().add("ending a session was not answered");
        default -> rig.errors().add("ending a session was answered with HTTP " + answers.get(i));
      }
    }
    rig.settled(rig.ledger()::complete);
  }

  /** What the books say; where they cannot say who is in a session, the operator is asked. */
  Counts counts() {
    Verdict verdict = Judge.of(rig.ledger());
    long ineligible = 0;
    for (Verdict.Stray stray : verdict.strays()) {
      ineligible += isIneligible(stray) ? stray.events() : 0;
    }
    return new Counts(
        rig.errors().total(), verdict.lost(), verdict.repeated(), verdict.outOfOrder(), ineligible);
  }

  private boolean isIneligible(Verdict.Stray stray) {
    return stray.ownSession()
        || rig.setting().agents().areNew()
        || sessions.denies(
            rig.agents().get(stray.agent()), rig.ledger().sessionId(stray.session()));
  }

  private <T> List<T> whileListening(int count, Workers.Work<T> work) throws CannotRun {
    CompletableFuture<List<T>> calls = Workers.all(count, work);
    CompletableFuture<List<T>> done = calls.whenComplete((list, failure) -> rig.loop().wake());
    rig.loop().runUntil(done::isDone, LONG);
    try {
      return done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotRun why
          ? why
          : new CannotRun("Setting up failed: " + e.getCause());
    }
  }
}
