package io.github.aspoperator.soak.play;

import io.github.aspoperator.soak.client.Ending;
import io.github.aspoperator.soak.client.Line;
import io.github.aspoperator.soak.client.Wire;
import io.github.aspoperator.soak.fault.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** An agent's place before the operator: it comes, stays for a while, and goes in some way. */
final class Seat {

  private static final long GOODBYE_MILLIS = 30_000;

  /** Half open sockets of one agent: the operator allows so many connections at most. */
  private static final int MOST_HALF_OPEN = 8;

  private final Stage stage;
  private final Agent agent;
  private final RandomGenerator draw;
  private final Deque<Line> halfOpen = new ArrayDeque<>();

  Seat(Stage stage, Agent agent, RandomGenerator draw) {
    this.stage = stage;
    this.agent = agent;
    this.draw = draw;
  }

  /** It comes and goes until the last act; then it comes a last time, and stays. */
  void play() throws InterruptedException {
    Optional<Line> line = come();
    while (line.isPresent() && !stage.curtain().isLastAct()) {
      line = next(line.get());
    }
    if (line.isPresent()) {
      end(line.get(), Ending.CLEAN);
    }
    halfOpen.forEach(Line::cut);
    stay(stage, agent, draw);
  }

  /** It comes, again if need be, and stays until the curtain is down. */
  static void stay(Stage stage, Agent agent, RandomGenerator draw) throws InterruptedException {
    Optional<Line> line = come(stage, agent, draw);
    while (line.isPresent() && line.get().awaitEnd(Long.MAX_VALUE / 2)) {
      line = stage.curtain().isFallen() ? Optional.empty() : come(stage, agent, draw);
    }
  }

  private Optional<Line> next(Line line) throws InterruptedException {
    if (ended(line, 500 + draw.nextInt(stage.home().load().stayMillis()))) {
      return come();
    }
    if (draw.nextInt(5) == 0) {
      // for a while there are two
      Optional<Line> second = come();
      if (second.isPresent() && ended(second.get(), draw.nextInt(3_000))) {
        line.doubt(stage.home().knewAt(System.currentTimeMillis()));
      }
      end(line, ending());
      return second.isPresent() && second.get().isThere() ? second : come();
    }
    Ending how = ending();
    boolean answered = end(line, how);
    // away for longer than grace only where that is sure to be all right: nothing is repeated then
    boolean long_ = how == Ending.CLEAN && answered && draw.nextInt(6) == 0;
    if (stage.curtain().pause(long_ ? 12_000 + draw.nextInt(6_000) : draw.nextInt(4_000))) {
      return Optional.empty();
    }
    return come();
  }

  /** Whether it ended by itself in that time, or the last act began. */
  private boolean ended(Line line, long millis) throws InterruptedException {
    long end = System.currentTimeMillis() + millis;
    while (!stage.curtain().isLastAct()) {
      if (line.awaitEnd(Math.clamp(end - System.currentTimeMillis(), 0, 200))) {
        line.doubt(stage.home().knewAt(System.currentTimeMillis()));
        return true;
      }
      if (System.currentTimeMillis() >= end) {
        return false;
      }
    }
    return false;
  }

  private Ending ending() {
    return switch (draw.nextInt(10)) {
      case 0, 1 -> Ending.VANISH;
      case 2, 3 -> Ending.RESET;
      case 4, 5 -> Ending.HALF_OPEN;
      default -> Ending.CLEAN;
    };
  }

  private boolean end(Line line, Ending how) throws InterruptedException {
    if (line.isThere()) {
      switch (how) {
        case CLEAN -> {}
        case VANISH -> stage.faults().struck(Fault.VANISH);
        case RESET -> stage.faults().struck(Fault.RESET);
        case HALF_OPEN -> {
          stage.faults().struck(Fault.HALF_OPEN);
          halfOpen.add(line);
          if (halfOpen.size() > MOST_HALF_OPEN) {
            halfOpen.remove().cut();
          }
        }
      }
    }
    line.doubt(stage.home().knewAt(System.currentTimeMillis()));
    return line.end(how, GOODBYE_MILLIS);
  }

  private Optional<Line> come() throws InterruptedException {
    return come(stage, agent, draw);
  }

  /** Connects, however often it takes; nothing once the curtain is down. */
  static Optional<Line> come(Stage stage, Agent agent, RandomGenerator draw)
      throws InterruptedException {
    while (!stage.curtain().isFallen()) {
      Line line = stage.book().line(agent.handle());
      int status = line.open(stage.home().url(), agent.token());
      switch (status) {
        case Wire.SWITCHED -> {
          return Optional.of(line);
        }
        case Wire.NOBODY -> stage.book().forget(agent.handle(), line);
        case Wire.CUT -> {}
        default -> {
          stage.meter().refuse();
          if (!stage.home().explains(status)) {
            stage.book().mishap(agent + " connected and got " + status);
          }
        }
      }
      Thread.sleep(20 + draw.nextInt(100));
    }
    return Optional.empty();
  }
}
