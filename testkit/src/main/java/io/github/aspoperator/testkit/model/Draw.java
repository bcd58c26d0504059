package io.github.aspoperator.testkit.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random commands among some agents. */
final class Draw {

  private static final int CONTENTS = 3;
  private static final int SESSIONS = 3;

  private final Random random;
  private final int agents;

  Draw(Random random, int agents) {
    this.random = random;
    this.agents = agents;
  }

  int agent() {
    return random.nextInt(agents);
  }

  /** Somebody opens a session with all the others. */
  Act beginning() {
    return new Act.Create(0, others(0), true, message(), false, Optional.empty());
  }

  Act act(int by) {
    int percent = random.nextInt(100);
    if (percent < 8) {
      return create(by);
    } else if (percent < 24) {
      return new Act.Join(by, session());
    } else if (percent < 35) {
      return new Act.Invite(by, session(), invitees(by, 1));
    } else if (percent < 51) {
      return new Act.Send(by, session(), content(), key(2), random.nextBoolean());
    } else if (percent < 58) {
      return new Act.Leave(by, session());
    } else if (percent < 62) {
      return new Act.End(by, session());
    } else if (percent < 71) {
      return new Act.Reopen(
          by, session(), oneIn(2) ? Optional.of(invitees(by, 0)) : Optional.empty(), message());
    } else if (percent < 76) {
      return reading(by);
    } else if (percent < 88) {
      return oneIn(3) ? hangUp(by) : new Act.Connect(by);
    }
    return trust(by, peer(by));
  }

  /** What somebody did before, its key in the other place. */
  Act again(Act act) {
    return switch (act) {
      case Act.Create create ->
          new Act.Create(
              create.by(),
              create.invite(),
              create.topic(),
              create.message(),
              create.endAfterSend(),
              create.key().map(Draw::elsewhere));
      case Act.Send send ->
          new Act.Send(
              send.by(),
              send.session(),
              send.content(),
              send.key().map(Draw::elsewhere),
              !send.shuffled());
      default -> act;
    };
  }

  private static Act.Key elsewhere(Act.Key key) {
    return new Act.Key(key.number(), !key.inHeader());
  }

  private Act create(int by) {
    boolean endAfterSend = oneIn(3);
    Optional<Integer> message = endAfterSend && !oneIn(8) ? Optional.of(content()) : message();
    return new Act.Create(by, invitees(by, 0), oneIn(2), message, endAfterSend, key(3));
  }

  private Act hangUp(int by) {
    int which = random.nextInt(3);
    return oneIn(3) ? new Act.Cut(by, which) : new Act.Close(by, which);
  }

  private Act reading(int by) {
    return switch (random.nextInt(4)) {
      case 0 -> new Act.Look(by, session());
      case 1 -> new Act.ListSessions(by, random.nextInt(0, 4));
      default -> new Act.Read(by, session(), random.nextInt(-1, 8), random.nextInt(0, 5));
    };
  }

  private Act trust(int by, int peer) {
    return switch (random.nextInt(18)) {
      case 0, 1, 2, 3 -> new Act.Block(by, oneIn(12) ? by : peer);
      case 4, 5, 6, 7 -> new Act.Unblock(by, peer);
      case 8 -> oneIn(2) ? new Act.BlockAll(by, peer) : new Act.Blocks(by);
      case 9, 10 -> new Act.Policy(by, !oneIn(3));
      case 11, 12 -> new Act.Allow(by, peer, oneIn(2));
      case 13 -> new Act.Allow(Math.min(peer, agents - 1), by, oneIn(2));
      case 14 -> new Act.Rotate(by);
      case 15 -> oneIn(3) ? new Act.Remove(by) : new Act.Rotate(by);
      default -> new Act.Disallow(by, peer, oneIn(2));
    };
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private int session() {
    return oneIn(30) ? -1 : random.nextInt(SESSIONS);
  }

  /** Another one, now and then one who does not exist. */
  int peer(int by) {
    return oneIn(10) ? agents : others(by).get(random.nextInt(agents - 1));
  }

  private int content() {
    return random.nextInt(CONTENTS);
  }

  Optional<Integer> message() {
    return oneIn(2) ? Optional.of(content()) : Optional.empty();
  }

  private Optional<Act.Key> key(int oneIn) {
    return oneIn(oneIn)
        ? Optional.of(new Act.Key(oneIn(25) ? -1 : random.nextInt(2), oneIn(2)))
        : Optional.empty();
  }

  List<Integer> others(int by) {
    List<Integer> others = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      if (agent != by) {
        others.add(agent);
      }
    }
    return others;
  }

  /** At least {@code fewest}; now and then with a stranger, somebody twice, or itself. */
  private List<Integer> invitees(int by, int fewest) {
    List<Integer> some = new ArrayList<>(others(by));
    some.add(agents);
    Collections.shuffle(some, random);
    int size = oneIn(20) ? 0 : random.nextInt(fewest, Math.min(agents, 4) + 1);
    List<Integer> chosen = new ArrayList<>(some.subList(0, size));
    if (oneIn(15)) {
      chosen.add(agent());
    }
    return chosen;
  }
}
