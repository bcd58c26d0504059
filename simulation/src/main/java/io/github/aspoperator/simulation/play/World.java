package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.History;
import io.github.aspoperator.simulation.part.Calls;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.simulation.part.Race;
import io.github.aspoperator.simulation.part.Races;
import io.github.aspoperator.simulation.table.ModelDynamo;
import io.github.aspoperator.simulation.table.Store;
import io.github.aspoperator.simulation.table.Written;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One world: the modelled parts, the functions on them, the agents, and what all of them did. */
public final class World implements Evidence {

  /** In how many of a thousand steps time passes although something is due. */
  private static final int LEAPS = 30;

  /** How much may happen once nothing new is asked for and nothing goes wrong any more. */
  private static final int MOST_STEPS = 30_000;

  /** Behind this, a connection that the gateway does not know is gone. */
  private static final long SWEEP_MILLIS = 31_000;

  private final Scheduler scheduler;
  private final Draw draw;
  private final Faults faults;
  private final Races races = new Races();
  private final Troubles troubles = new Troubles();
  private final History history = new History();
  private final Settings settings;
  private final Store store;
  private final Logs logs;
  private final List<Actor> actors;
  private final Functions functions;
  private final StreamFeed stream;
  private final Gateway gateway;
  private @Nullable Ports ports;

  /** Everything as {@code beginning} has it. */
  World(Scheduler scheduler, Draw draw, Faults faults, Settings settings, Beginning beginning) {
    this.scheduler = scheduler;
    this.draw = draw;
    this.faults = faults;
    this.settings = settings;
    Written added = this::added;
    this.store = beginning.store(scheduler::now, races, added);
    this.logs = beginning.logs(troubles);
    this.actors = beginning.actors();
    Calls calls = new Calls(scheduler, faults, draw);
    LateServices services = new LateServices();
    this.functions = new Functions(scheduler, draw, faults, races, settings, services);
    this.stream = new StreamFeed(scheduler, draw, faults, functions, troubles);
    QueueFeed queues = new QueueFeed(scheduler, draw, faults, functions, troubles);
    this.gateway = new Gateway(scheduler, draw, faults, functions, beginning.lines());
    services.are(
        new ModelServices(
            new ModelDynamo(store, calls, faults),
            new ModelSqs(queues, calls),
            new ModelConnections(gateway, scheduler, faults, races, this::length)));
  }

  /** A world that time leaps through. */
  static Scheduler scheduler(Draw draw, long now, Trace trace) {
    return new Scheduler(draw, now, LEAPS, trace::tell);
  }

  private void added(Map<String, AttributeValue> item) {
    stream.added(logs.added(item).text(), item);
  }

  private long length(String session) {
    return SessionId.parse(session).map(logs::length).orElse(0L);
  }

  /** What decides. */
  public Scheduler scheduler() {
    return scheduler;
  }

  Draw draw() {
    return draw;
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** Who met whom. */
  public Races races() {
    return races;
  }

  /** What was found wrong. */
  public Troubles troubles() {
    return troubles;
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Windows windows() {
    return settings.windows();
  }

  /** How far back a stretch reaches, in milliseconds. */
  public long stretchMillis() {
    return settings.stretchMillis();
  }

  @Override
  public List<SessionId> sessions() {
    return logs.sessions();
  }

  @Override
  public List<Commit> commits(SessionId session) {
    return logs.commits(session);
  }

  /** Everybody: what came to somebody who has no part in it is wrong too. */
  @Override
  public List<Handle> agents(SessionId session) {
    return actors.stream().map(Actor::handle).toList();
  }

  @Override
  public List<Line> hearings(Handle agent) {
    for (Actor actor : actors) {
      if (actor.handle().equals(agent)) {
        return lines().stream().filter(line -> line.agent() == actor.number()).toList();
      }
    }
    throw new IllegalArgumentException("no agent " + agent);
  }

  /** The gateway counts them. */
  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public boolean isCalm() {
    for (Fault fault : Fault.values()) {
      if (faults.struck(fault) > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void found(String what) {
    troubles.found(what);
  }

  /** The sessions. */
  public Logs logs() {
    return logs;
  }

  /** The tables. */
  public Store store() {
    return store;
  }

  /** The agents. */
  public List<Actor> actors() {
    return actors;
  }

  Functions functions() {
    return functions;
  }

  Gateway gateway() {
    return gateway;
  }

  /** Every connection there ever was. */
  public List<Line> lines() {
    return gateway.lines();
  }

  /** A client of {@code actor} begins a handshake. */
  void connect(Actor actor) {
    if (lines().stream().anyMatch(l -> l.agent() == actor.number() && isUp(l))) {
      races.met(Race.CONNECTED_BESIDE);
    }
    gateway.connect(actor.number(), actor.token().secret(), line -> recorded(actor, line));
  }

  private void recorded(Actor actor, Line line) {
    boolean owed =
        ports()
            .presences()
            .read(actor.handle())
            .find(new ConnectionId(line.id()))
            .filter(connection -> !connection.ready())
            .isPresent();
    line.recorded(
        scheduler.now(), gateway.arrivals(), owed, stretchMillis() >= Stages.FOR_EVER_MILLIS);
  }

  /** The ports of a process of its own: what is asked of them outside of any fiber just happens. */
  public Ports ports() {
    Ports there = ports;
    if (there == null) {
      there = functions.observer();
      ports = there;
    }
    return there;
  }

  private static boolean isUp(Line line) {
    return line.state() == Line.State.OPEN || line.state() == Line.State.VANISHED;
  }

  /** Nothing goes wrong any more, and everything that is under way comes to its end. */
  void settle() {
    faults.end();
    rest();
    scheduler.at(
        scheduler.now() + SWEEP_MILLIS,
        "the sweep",
        () -> functions.invoke(Kind.SWEEP, "sweep", Sweeps::sweep, _ -> {}));
    rest();
  }

  private void rest() {
    int most = scheduler.steps() + MOST_STEPS;
    while (scheduler.step()) {
      if (scheduler.steps() > most) {
        troubles.found("stuck: something goes on for ever");
        return;
      }
    }
  }

  /** Every agent that has no connection comes back, and is told what it missed. */
  void comeBack() {
    for (Actor actor : actors) {
      boolean here =
          lines().stream()
              .anyMatch(l -> l.agent() == actor.number() && l.state() == Line.State.OPEN);
      if (!here && !actor.isRemoved() && !actor.isUnsure()) {
        connect(actor);
      }
    }
    rest();
  }
}
