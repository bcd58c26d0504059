package io.github.aspoperator.smallworld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A setting played: its first world, and what can happen in each. */
final class Play {

  private final Setting setting;
  private final Atoms atoms = new Atoms();
  private final Stage stage;
  private final Work work;
  private final Writers writers;
  private final Ringers ringers;
  private final Clients clients;

  Play(Setting setting) {
    this.setting = setting;
    this.stage = new Stage(setting);
    this.work = new Work(stage, atoms);
    this.writers = new Writers(setting, work);
    this.ringers = new Ringers(setting, work);
    this.clients = new Clients(setting, work);
  }

  String name() {
    return setting.name();
  }

  Map<String, Integer> steps() {
    return work.steps();
  }

  /** The notes of what happens from now on. */
  List<String> listen() {
    return stage.listen();
  }

  World first() {
    return Beginning.of(setting, atoms);
  }

  World world(int[] encoded) {
    return World.of(atoms, encoded);
  }

  /** What can happen next. */
  List<Move> moves(World world) {
    List<Move> moves = new ArrayList<>();
    work.moves(world, moves);
    ringers.moves(world, moves);
    clients.moves(world, moves);
    writers.moves(world, moves);
    return moves;
  }

  /** What is wrong with a world in which nothing is due. */
  Optional<String> wrongAtRest(World world) {
    Optional<String> wrong = Optional.empty();
    if (setting.has(Topic.DELIVERY)) {
      wrong = DeliveryChecks.wrongAtRest(world, setting);
    }
    if (setting.has(Topic.PRESENCE)) {
      wrong = wrong.or(() -> PresenceChecks.wrongAtRest(world, setting));
    }
    if (setting.has(Topic.BLOCKS)) {
      wrong = wrong.or(() -> OtherChecks.togetherAtRest(world));
    }
    return wrong
        .or(() -> OtherChecks.deadTokenAtRest(world))
        .or(() -> OtherChecks.removedAtRest(world));
  }
}
