package io.github.aspoperator.delivery;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Two drains at once may make a laggard twice, the second one from an earlier mark, while its
 * replay is at work under the first: what that handed over must not go unnoted.
 */
final class ReplayMarkTest {

  private static final long NOW = 1_800_000_000_000L;
  private static final Lag FIRST = lag(3, 1);
  private static final Lag SECOND = lag(0, 2);

  private static Lag lag(long mark, long generation) {
    return Lag.create(ANN, SESSION, 1, Mark.at(mark), new Ulid(0, generation), 7, Handouts.NONE);
  }

  /** The replay has handed over up to 10. */
  private static Optional<Replay> afterMove(OneLag lags, Replay.After after) {
    Walk.Queue queue = new Walk.Queue(List.of(FIRST), 9);
    Head head = new Head(10, 0, 8, MemberBits.NONE.with(1), 0);
    Stints stints = Stints.of(Stint.NONE);
    Walk walk = new Walk(queue, FIRST, head, stints, List.of(), Mark.at(10), 7);
    DeliveryPorts ports = Untouched.but(lags, () -> NOW);
    Optional<Replay> next = new Replay.Move(walk, after).run(ports);
    return next.filter(Replay.ReadLater.class::isInstance).isPresent()
        ? next.get().run(ports).map(Replay.class::cast)
        : next;
  }

  @Test
  void whatWasHandedOverIsNotedWithTheItem() {
    OneLag lags = new OneLag(FIRST);
    assertInstanceOf(Replay.CatchUp.class, afterMove(lags, Replay.After.CATCH_UP).orElseThrow());
    assertEquals(Mark.at(10), lags.there.mark());
    assertEquals(Optional.of(Mark.at(3)), lags.there.handouts().since(NOW));
  }

  @Test
  void underALaterItemItIsHandedOverAgain() {
    for (Replay.After after : Replay.After.values()) {
      Replay next = afterMove(new OneLag(SECOND), after).orElseThrow();
      assertEquals(SECOND, assertInstanceOf(Replay.ReadHead.class, next).lag());
    }
  }

  @Test
  void whereTheItemIsFinishedAlreadyItGoesOn() {
    OneLag lags = new OneLag(FIRST.moved(Mark.at(10), NOW, 1_000_000).finished(NOW));
    assertInstanceOf(Replay.CatchUp.class, afterMove(lags, Replay.After.CATCH_UP).orElseThrow());
    assertEquals(Optional.empty(), afterMove(lags, Replay.After.STOP));
  }

  /** What is there of one agent in one session. */
  private static final class OneLag implements Lags {

    private Lag there;

    OneLag(Lag there) {
      this.there = there;
    }

    @Override
    public boolean move(Lag moved) {
      boolean moves = there.isOpen() && there.generation().equals(moved.generation());
      there = moves ? moved : there;
      return moves;
    }

    @Override
    public Optional<Lag> find(Handle agent, SessionId session) {
      return Optional.of(there);
    }

    @Override
    public Optional<Lag> create(Lag lag) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Lag read, Lag next) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Lag> open(Handle agent, Optional<SessionId> after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean finish(Handle agent, SessionId session, Ulid generation, long now) {
      throw new UnsupportedOperationException();
    }
  }
}
