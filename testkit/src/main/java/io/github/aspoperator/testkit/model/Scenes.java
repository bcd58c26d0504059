package io.github.aspoperator.testkit.model;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Commands that lead somewhere together, where chance alone would seldom lead. */
final class Scenes {

  private static final int NEWEST = 0;

  private final Random random;
  private final Draw draw;

  Scenes(Random random, Draw draw) {
    this.random = random;
    this.draw = draw;
  }

  List<Act> scene() {
    int ann = draw.agent();
    int bob = random.nextBoolean() ? draw.others(ann).getFirst() : draw.others(ann).getLast();
    return switch (random.nextInt(11)) {
      case 0 -> alone(ann);
      case 1 -> List.of(new Act.Leave(ann, NEWEST), reopen(ann));
      case 2 -> answer(ann, bob);
      case 3 -> thrownOut(ann, bob);
      case 4 -> estranged(ann, bob);
      case 5 -> away(ann, bob);
      case 6 -> oneAfterAnother(ann, bob);
      case 7 -> retries(ann, bob);
      case 8 -> listed(ann, bob);
      case 9 -> removed(ann, bob);
      default -> List.of(create(ann, draw.others(ann)), new Act.Join(bob, NEWEST));
    };
  }

  private Act create(int by, List<Integer> invite) {
    return new Act.Create(
        by, invite, random.nextBoolean(), draw.message(), false, Optional.empty());
  }

  private Act reopen(int by) {
    return new Act.Reopen(by, NEWEST, Optional.empty(), draw.message());
  }

  /** Somebody alone goes, and opens the session again. */
  private List<Act> alone(int ann) {
    Act go = random.nextBoolean() ? new Act.Leave(ann, NEWEST) : new Act.Close(ann, 0);
    Act close = new Act.Close(ann, 0);
    return List.of(create(ann, List.of()), new Act.Connect(ann), go, close, close, reopen(ann));
  }

  /** The invitee of a send-and-end answers. */
  private List<Act> answer(int ann, int bob) {
    Act send =
        new Act.Create(
            ann, List.of(bob), random.nextBoolean(), Optional.of(0), true, Optional.empty());
    return List.of(send, reopen(bob), new Act.Join(ann, NEWEST));
  }

  /** Two are in a session, and one blocks the other. */
  private List<Act> thrownOut(int ann, int bob) {
    return List.of(
        create(ann, List.of(bob)),
        new Act.Join(bob, NEWEST),
        random.nextBoolean() ? new Act.Block(ann, bob) : new Act.Block(bob, ann),
        reopen(bob),
        reopen(ann),
        new Act.Unblock(ann, bob));
  }

  /** One of those who were joined at the end is not reachable any more. */
  private List<Act> estranged(int ann, int bob) {
    return List.of(
        create(ann, draw.others(ann)),
        new Act.Join(bob, NEWEST),
        new Act.End(ann, NEWEST),
        new Act.Look(random.nextBoolean() ? ann : draw.agent(), NEWEST),
        random.nextBoolean() ? new Act.Policy(bob, false) : new Act.Block(bob, ann),
        random.nextBoolean()
            ? reopen(ann)
            : new Act.Reopen(ann, NEWEST, Optional.of(List.of(bob)), draw.message()),
        new Act.Policy(bob, true));
  }

  /** A message is sent again under its key, by whoever, until its sender may not send any more. */
  private List<Act> retries(int ann, int bob) {
    Act.Key key = new Act.Key(random.nextInt(2), random.nextBoolean());
    Act.Send first = new Act.Send(ann, NEWEST, 0, Optional.of(key), false);
    return List.of(
        create(ann, List.of(bob)),
        new Act.Join(bob, NEWEST),
        first,
        draw.again(first),
        new Act.Send(ann, NEWEST, 1, Optional.of(key), false),
        new Act.Send(bob, NEWEST, 0, Optional.of(key), false),
        random.nextBoolean() ? new Act.End(bob, NEWEST) : new Act.Leave(ann, NEWEST),
        draw.again(first));
  }

  /** One is reachable only while the other is on its list. */
  private List<Act> listed(int ann, int bob) {
    boolean all = random.nextBoolean();
    return List.of(
        new Act.Policy(ann, false),
        new Act.Allow(ann, bob, all),
        create(bob, List.of(ann)),
        new Act.Disallow(ann, bob, all),
        create(bob, List.of(ann)),
        new Act.Policy(ann, true));
  }

  /** One goes away and comes back. */
  private List<Act> away(int ann, int bob) {
    Act close = random.nextBoolean() ? new Act.Close(bob, 0) : new Act.Cut(bob, 0);
    return List.of(
        create(ann, List.of(bob)),
        new Act.Join(bob, NEWEST),
        new Act.Connect(bob),
        close,
        close,
        close,
        new Act.Send(ann, NEWEST, 0, Optional.empty(), false),
        new Act.Connect(bob));
  }

  /** Both leave, and the last one opens the session again. */
  private List<Act> oneAfterAnother(int ann, int bob) {
    return List.of(
        create(ann, List.of(bob)),
        new Act.Join(bob, NEWEST),
        new Act.Leave(ann, NEWEST),
        new Act.Leave(bob, NEWEST),
        new Act.Join(bob, NEWEST),
        reopen(ann),
        reopen(bob));
  }

  /** One is removed, and its owner goes on as if it were not. */
  private List<Act> removed(int ann, int bob) {
    Act join = random.nextBoolean() ? new Act.Join(bob, NEWEST) : new Act.Connect(bob);
    return List.of(
        create(ann, draw.others(ann)),
        join,
        new Act.Remove(bob),
        new Act.Rotate(bob),
        new Act.Connect(bob),
        new Act.Remove(bob),
        new Act.Send(ann, NEWEST, 0, Optional.empty(), false));
  }
}
