package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.DeliveryPorts;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.PresencePorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where steps run: the ports over one world at a time. A port says how it touches the world; what
 * is the same all the time in this setting, it answers without.
 */
final class Stage {

  private final Setting setting;
  private final Ports ports;
  private final DeliveryPorts delivery;
  private final PresencePorts presence;
  private Optional<World> world = Optional.empty();
  private int slot;
  private long drawn;
  private boolean sent;
  private boolean wrote;
  private boolean read;
  private Optional<List<String>> notes = Optional.empty();

  Stage(Setting setting) {
    this.setting = setting;
    Ids ids = this::draw;
    Clock clock = setting.timePasses() ? () -> reads().clock() : () -> World.START;
    this.ports =
        new Ports(
            new WorldLog(this),
            new Forgetful(),
            new WorldIndex(this),
            new WorldHeads(this),
            new WorldLags(this),
            new WorldPresences(this),
            new WorldAgents(this),
            new NobodyIsListed(),
            new WorldBlocks(this),
            new WorldCredentials(this),
            Absent.of(io.github.aspoperator.identity.Owners.class),
            Absent.of(io.github.aspoperator.identity.Tickets.class),
            new WorldJobs(this),
            new WorldPusher(this),
            ids,
            clock);
    this.delivery = ports.delivery(setting.limits());
    this.presence = ports.presence(setting.windows());
  }

  Setting setting() {
    return setting;
  }

  Ports ports() {
    return ports;
  }

  DeliveryPorts delivery() {
    return delivery;
  }

  PresencePorts presence() {
    return presence;
  }

  /** What is done in {@code slot} from now on is done to {@code next}. */
  void enter(World next, int at) {
    world = Optional.of(next);
    slot = at;
    drawn = 0;
    sent = false;
    wrote = false;
    read = false;
  }

  /** Nothing may be touched until {@link #resume}. */
  Optional<World> suspend() {
    Optional<World> suspended = world;
    world = Optional.empty();
    return suspended;
  }

  void resume(Optional<World> suspended) {
    world = suspended;
  }

  private World touched() {
    if (world.isEmpty()) {
      throw Touched.INSTANCE;
    }
    return world.get();
  }

  /** The world, to read what others may change. */
  World reads() {
    World touched = touched();
    read = true;
    return touched;
  }

  /** The world, to change what others may read. */
  World writes() {
    World touched = touched();
    wrote = true;
    return touched;
  }

  /** The world, to send a job. */
  World sends() {
    World touched = touched();
    sent = true;
    return touched;
  }

  /** The world, to change what nobody else reads or changes. */
  World keeps() {
    return touched();
  }

  /** Whether nothing was changed since {@link #enter}. */
  boolean onlyRead() {
    return !sent && !wrote;
  }

  /** Whether nothing was done but to send, or to change what nobody else knows. */
  boolean onlySent() {
    return !read && !wrote;
  }

  /** Where the step that runs is held. */
  int slot() {
    return slot;
  }

  private Ulid draw() {
    Ulid ulid = Fresh.beside(touched().ids() | drawn);
    drawn |= Fresh.bit(ulid);
    return ulid;
  }

  /** For the trace. */
  void note(String what) {
    notes.ifPresent(list -> list.add(what));
  }

  /** What is noted from now on. */
  List<String> listen() {
    List<String> list = new ArrayList<>();
    notes = Optional.of(list);
    return list;
  }

  /** Thrown when a step that was thought to touch nothing would. */
  static final class Touched extends RuntimeException {

    @SuppressWarnings("StaticAssignmentOfThrowable") // without a trace, and thrown a million times
    static final Touched INSTANCE = new Touched();

    private static final long serialVersionUID = 1L;

    private Touched() {
      super("touched", null, false, false);
    }
  }
}
