package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ALL;
import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.SESSION;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.identity.Handle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a random history will try.
 *
 * @param create how it begins; by Ann, who reaches everybody then
 * @param moves what follows
 */
public record Plan(Command.Create create, List<Move> moves) {

  private static final int MOST_MOVES = 60;

  static Plan draw(Random random) {
    boolean endAfterSend = random.nextInt(5) == 0;
    Command.Create create =
        new Command.Create(
            ANN,
            some(random, ALL.subList(1, ALL.size())),
            random.nextBoolean() ? Optional.of("tea") : Optional.empty(),
            endAfterSend ? Optional.of(Commands.BODY) : message(random),
            endAfterSend,
            Optional.empty());
    List<Move> moves = new ArrayList<>();
    for (int n = random.nextInt(MOST_MOVES); n > 0; n--) {
      moves.addAll(moves(random));
    }
    return new Plan(create, moves);
  }

  private static List<Move> moves(Random random) {
    Handle agent = one(random);
    Handle other = another(random, agent);
    return switch (random.nextInt(16)) {
      case 0, 1 -> attended(random, new Move.Drop(agent), agent);
      case 2 -> attended(random, new Move.Connect(agent), agent);
      case 3 -> attended(random, new Move.Expire(agent), agent);
      case 4 -> List.of(new Move.Admit(agent, other, random.nextInt(3) > 0));
      case 5 -> blocked(agent, other, random.nextInt(3) == 0);
      case 6 -> List.of(new Move.Wait(random.nextInt(-50, 100)));
      default -> List.of(new Move.Ask(command(random, agent, other)));
    };
  }

  private static List<Move> attended(Random random, Move move, Handle agent) {
    return random.nextInt(4) == 0 ? List.of(move) : List.of(move, new Move.Attend(agent));
  }

  private static List<Move> blocked(Handle agent, Handle other, boolean stands) {
    Move block = new Move.Block(agent, other, stands);
    return stands
        ? List.of(block, new Move.Ask(Commands.forceLeave(agent, other)))
        : List.of(block);
  }

  private static Command.Existing command(Random random, Handle agent, Handle other) {
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> Commands.send(agent);
      case 3, 4, 5, 6 -> new Command.Invite(SESSION, agent, atLeastOne(random, agent));
      case 7, 8 -> Commands.leave(agent);
      case 9 -> Commands.end(agent);
      case 10 -> Commands.forceLeave(agent, other);
      case 11 -> Commands.withdraw(agent);
      case 12, 13, 14, 15 ->
          new Command.Reopen(SESSION, agent, named(random, agent), message(random));
      default -> Commands.join(agent);
    };
  }

  private static Optional<List<Handle>> named(Random random, Handle by) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(some(random, without(by)));
  }

  private static Optional<Body> message(Random random) {
    return random.nextBoolean() ? Optional.of(Commands.BODY) : Optional.empty();
  }

  private static Handle one(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  private static Handle another(Random random, Handle than) {
    List<Handle> others = without(than);
    return others.get(random.nextInt(others.size()));
  }

  private static List<Handle> without(Handle one) {
    return ALL.stream().filter(handle -> !handle.equals(one)).toList();
  }

  private static List<Handle> atLeastOne(Random random, Handle by) {
    List<Handle> some = some(random, without(by));
    return some.isEmpty() ? List.of(another(random, by)) : some;
  }

  private static List<Handle> some(Random random, List<Handle> all) {
    List<Handle> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, random.nextInt(all.size() + 1)));
  }

  @Override
  public String toString() {
    return moves.stream()
        .map(Move::toString)
        .collect(Collectors.joining("\n  ", create + "\n  ", ""));
  }
}
