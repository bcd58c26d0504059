package io.github.aspoperator.testkit.model;

import io.github.aspoperator.testkit.client.Line;
import io.github.aspoperator.testkit.model.world.Absence;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.World;
import java.util.Optional;

/** One run: a plan, played on an operator that others use too. */
final class Run {

  /** Everything is compared after so many commands. */
  private static final int CHECKPOINT = 20;

  private final Subject operator;
  private final Absence absence;
  private final Plan plan;
  private final long patienceMillis;
  private final Table table = new Table();

  /** One that waits so long for what is to come to a connection. */
  Run(Subject operator, Absence absence, Plan plan, long patienceMillis) {
    this.operator = operator;
    this.absence = absence;
    this.plan = plan;
    this.patienceMillis = patienceMillis;
  }

  /** What it touched. */
  Table table() {
    return table;
  }

  /** Plays the plan among agents named after {@code name}; what went wrong, if anything did. */
  Optional<Failure> play(String name) {
    World world = new World(absence);
    Trace trace = new Trace();
    try (Line line = new Line(operator.url())) {
      String admin = operator.adminToken();
      Cast cast = new Cast(name, plan, world, line, admin);
      Desk desk = new Desk(line, cast, admin, trace, table);
      Checks checks = new Checks(world, desk, cast);
      try (Listeners listeners = new Listeners(operator, world, cast, table, patienceMillis)) {
        Player player = new Player(world, cast, desk, listeners, checks, trace, table);
        int played = 0;
        for (Act act : plan.acts()) {
          player.play(act);
          if (++played % CHECKPOINT == 0) {
            checks.everything();
          }
        }
        trace.add("everything is compared");
        checks.everything();
        cast.living().forEach(listeners::awaitEverything);
        trace.add("everybody hangs up");
        cast.living().forEach(listeners::hangUp);
        trace.add("everybody comes back once, and gets what it missed and nothing else");
        cast.living().forEach(agent -> comeBack(agent, listeners));
        checks.everything();
      }
      return Optional.empty();
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(new Failure(plan, e, trace.text(world.sessions())));
    }
  }

  private static void comeBack(Agent agent, Listeners listeners) {
    listeners.connect(agent);
    listeners.awaitWhatFollows();
    listeners.awaitEverything(agent);
    listeners.hangUp(agent);
  }

  /**
   * A run that went wrong.
   *
   * @param trace what had been done until then
   */
  record Failure(Plan plan, Throwable why, String trace) {}
}
