package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.trust.Policy;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Where schedules begin: worlds that were made once, without a fault, and windows of presence. */
final class Stages {

  static final int WINDOWS = 4;
  static final int STRETCHES = 5;
  static final int BEGINNINGS = 4;

  /** Longer than any schedule: so whatever somebody may have swallowed comes again. */
  static final long FOR_EVER_MILLIS = 36_000_000;

  /** Epoch milliseconds, well before any schedule begins. */
  private static final long MADE = 1_799_999_900_000L;

  /** Away and grace. */
  private static final List<List<String>> PRESENCE =
      List.of(List.of("3", "30"), List.of("0", "5"), List.of("1", "off"), List.of("3", "2"));

  private static final List<String> STRETCH = List.of("36000", "60", "36000", "10", "3");

  private final Map<Size, List<Beginning>> beginnings = new EnumMap<>(Size.class);

  Stages() {
    for (Size size : Size.values()) {
      beginnings.put(
          size, IntStream.range(0, BEGINNINGS).mapToObj(number -> make(size, number)).toList());
    }
  }

  Beginning beginning(Size size, int number) {
    return beginnings.getOrDefault(size, List.of()).get(number);
  }

  /** With one of the windows of presence and one of the stretches. */
  static Settings settings(int windows, int stretch) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("ASP_LOG_TABLE", "log");
    environment.put("ASP_AGENTS_TABLE", "agents");
    environment.put("ASP_DELIVERY_TABLE", "delivery");
    environment.put("ASP_REPLAY_QUEUE", "replay");
    environment.put("ASP_BELL_QUEUE", "bell");
    environment.put("ASP_WORK_QUEUE", "work");
    environment.put("ASP_GRACE_QUEUE", "grace");
    environment.put("ASP_CONNECTIONS_URL", "https://connections.invalid/connect");
    environment.put("ASP_AWAY_SECONDS", PRESENCE.get(windows).getFirst());
    environment.put("ASP_GRACE_SECONDS", PRESENCE.get(windows).getLast());
    environment.put("ASP_STRETCH_SECONDS", STRETCH.get(stretch));
    return new Settings(environment);
  }

  private static Beginning make(Size size, int number) {
    Draw draw = new Draw(number);
    World world =
        new World(
            World.scheduler(draw, MADE, Trace.NONE),
            draw,
            new Faults(draw, 0, 0, Set.of()),
            settings(0, 0),
            Beginning.nothing(size.agents()));
    register(world);
    switch (size) {
      case USUAL -> sessions(world, number);
      case SMALL -> pair(world, number);
    }
    world.settle();
    return Beginning.behind(world);
  }

  private static void register(World world) {
    OwnerCalls owners = new OwnerCalls(world.ports());
    for (Actor actor : world.actors()) {
      owners.register(new Principal.OfOperator(), actor.handle(), Policy.OPEN, actor.token());
    }
  }

  private static void sessions(World world, int number) {
    SessionCalls calls = new SessionCalls(world.ports());
    List<Handle> cast = world.actors().stream().map(Actor::handle).toList();
    if (number == 0) {
      return;
    }
    SessionId first = create(calls, cast.get(0), cast.subList(1, 4));
    calls.join(new Command.Join(first, cast.get(1)));
    if (number == 1) {
      return;
    }
    calls.join(new Command.Join(first, cast.get(2)));
    if (number == 2) {
      return;
    }
    calls.end(new Command.End(first, cast.get(2)));
    SessionId second = create(calls, cast.get(3), cast.subList(0, 2));
    calls.join(new Command.Join(second, cast.get(0)));
  }

  /** Both are connected, so that mostly nobody has to come back when all is over. */
  private static void pair(World world, int number) {
    Actor one = world.actors().get(0);
    Actor two = world.actors().get(1);
    world.connect(one);
    world.connect(two);
    if (number == 0) {
      return;
    }
    SessionCalls calls = new SessionCalls(world.ports());
    SessionId session = create(calls, one.handle(), List.of(two.handle()));
    if (number > 1) {
      calls.join(new Command.Join(session, two.handle()));
    }
    if (number > 2) {
      calls.end(new Command.End(session, one.handle()));
    }
  }

  private static SessionId create(SessionCalls calls, Handle by, List<Handle> invite) {
    return calls
        .create(
            new Command.Create(
                by, invite, Optional.empty(), Optional.empty(), false, Optional.empty()))
        .session();
  }
}
