package io.github.aspoperator.soak;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.soak.client.Call;
import io.github.aspoperator.soak.fault.Fault;
import io.github.aspoperator.soak.fault.Faults;
import io.github.aspoperator.soak.home.Home;
import io.github.aspoperator.soak.home.Meter;
import io.github.aspoperator.soak.judge.Dossier;
import io.github.aspoperator.soak.judge.Judge;
import io.github.aspoperator.soak.play.Book;
import io.github.aspoperator.soak.play.Crowd;
import io.github.aspoperator.soak.play.Curtain;
import io.github.aspoperator.soak.play.Stage;
import io.github.aspoperator.soak.play.Troupe;
import io.github.aspoperator.soak.report.Progress;
import io.github.aspoperator.soak.report.Result;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Some time at one home: load and faults, then rest, then judgement. */
public final class Run {

  /**
   * After which what has not come never comes: what a killed function held is hidden in its queue
   * for up to six minutes.
   */
  private static final long DEADLINE_MILLIS = 480_000;

  private static final long QUIET_MILLIS = 2_000;
  private static final long POLL_MILLIS = 500;

  /** Shorter runs are without a crowd: it takes a while. */
  private static final long CROWD_MILLIS = 120_000;

  private static final double MINUTE = 60_000;

  private final Random draw;
  private final Stage stage;
  private final PrintStream out;
  private String dossier = "";

  /** At {@code home}, which {@code faults} strike. */
  public Run(Home home, Faults faults, Meter meter, long seed, PrintStream out) {
    this.draw = new Random(seed);
    this.out = out;
    this.stage = new Stage(home, new Call(home.url()), new Book(), faults, meter, new Curtain());
  }

  /** Runs it for so long, and judges. */
  public Result run(long millis) throws InterruptedException {
    long begun = System.currentTimeMillis();
    try (Progress _ = new Progress(stage, out)) {
      Troupe troupe = new Troupe(stage, draw);
      troupe.play();
      Crowd crowd = new Crowd(stage, new Random(draw.nextLong()));
      int size = millis < CROWD_MILLIS ? 0 : stage.home().load().crowd();
      Thread gathering = Troupe.start(stage, "the crowd", () -> crowd.gather(size));
      strike(() -> System.currentTimeMillis() < begun + millis || gathering.isAlive(), crowd);
      stage.home().recover();
      double minutes = (System.currentTimeMillis() - begun) / MINUTE;
      troupe.lastAct();
      crowd.comeAndStay();
      troupe.awaitAll(crowd.agents());
      return judged(minutes);
    } finally {
      stage.curtain().fall();
      stage.call().close();
    }
  }

  /** What may tell why something is wrong; empty where nothing is. */
  public String dossier() {
    return dossier;
  }

  /** Every fault in its turn, in an order that is drawn anew each time round. */
  private void strike(BooleanSupplier goesOn, Crowd crowd) throws InterruptedException {
    List<Fault> turn = new ArrayList<>();
    stage.home().rest(draw);
    while (goesOn.getAsBoolean() || crowd.isReady() || nothingStruck()) {
      if (turn.isEmpty()) {
        turn.addAll(stage.home().faults());
        Collections.shuffle(turn, draw);
      }
      Fault next = turn.removeLast();
      stage.home().strike(next, draw);
      if (next == Fault.KILL && crowd.isReady()) {
        crowd.comeAndGo();
      }
      stage.home().rest(draw);
    }
  }

  /** However short a run is: something happens in it. */
  private boolean nothingStruck() {
    Faults faults = stage.faults();
    return faults.count(Fault.KILL) == 0
        || faults.count(Fault.VANISH) + faults.count(Fault.RESET) + faults.count(Fault.HALF_OPEN)
            == 0;
  }

  private Result judged(double minutes) throws InterruptedException {
    Book book = stage.book();
    Judge judge = new Judge(book, stage.home().windows());
    Map<SessionId, List<Commit>> atRest = atRest(judge);
    book.stay();
    long received = book.received();
    stage.curtain().fall();
    stage.home().stop();
    List<String> violations = judge.judge(atRest, stage.home().kept(book.sessions()));
    dossier = violations.isEmpty() ? "" : new Dossier(book, atRest).of(violations);
    return new Result(
        stage.home().name(),
        minutes,
        stage.meter().acknowledged(),
        received,
        judge.repeated(),
        stage.home().longestOutage(),
        stage.faults(),
        violations);
  }

  /** What is kept once everything has come to everybody, or will not any more. */
  private Map<SessionId, List<Commit>> atRest(Judge judge) throws InterruptedException {
    long end = System.currentTimeMillis() + DEADLINE_MILLIS;
    while (true) {
      awaitQuiet(end);
      Map<SessionId, List<Commit>> kept = stage.home().look(stage.book().sessions());
      if (judge.missing(kept) == 0 || System.currentTimeMillis() > end) {
        return kept;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private void awaitQuiet(long end) throws InterruptedException {
    long before = -1;
    long now = stage.book().received();
    while (before != now && System.currentTimeMillis() < end) {
      Thread.sleep(QUIET_MILLIS);
      before = now;
      now = stage.book().received();
    }
  }
}
