package io.github.aspoperator.delivery;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Move;
import io.github.aspoperator.session.Plan;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * An agent becomes joined while a connection of its is told again what was handed out lately: the
 * run that this opens has an order of its own, which the drain decides (invariant 2).
 */
final class StretchWaitTest {

  private static final DeliveryLimits LIMITS = DeliveryLimits.DEFAULT;

  /** Bob was invited with the event before, and has become joined with the last one. */
  private static final History JOINED =
      History.of(
          new Plan(
              new Command.Create(
                  ANN, List.of(BOB), Optional.empty(), Optional.empty(), false, Optional.empty()),
              List.of(new Move.Ask(new Command.Join(SESSION, BOB)))));

  private static final long LAST = JOINED.state().sequence();
  private static final long NOW = JOINED.state().at() + 1;

  private static Step<DeliveryPorts> afterReading(
      Handle agent, Optional<Lag> lag, Head head, long opened) {
    return afterReading(agent, lag, head, opened, opened);
  }

  private static Step<DeliveryPorts> afterReading(
      Handle agent, Optional<Lag> lag, Head head, long opened, long owed) {
    Connection to =
        new Connection(
            new ConnectionId("c"), opened, OptionalLong.of(owed), TokenHash.of(new byte[32]));
    Stretch.Errand errand =
        new Stretch.Errand(agent, to, to.owed().orElseThrow(), List.of(SESSION));
    DeliveryPorts ports =
        Untouched.but(new Known(JOINED.state()), Untouched.port(Heads.class), () -> NOW);
    return new Stretch.ReadState(errand, lag, head).run(ports).orElseThrow();
  }

  private static Head head(long sequence, MemberBits lagging) {
    return new Head(sequence, 0, 7, lagging, 0);
  }

  @Test
  void itsDrainIsWaitedFor() {
    assertEquals(
        new Replay.ComeBack(BOB),
        afterReading(BOB, Optional.empty(), head(LAST - 1, MemberBits.NONE), NOW));
  }

  @Test
  void onceTheHeadIsThereItGoesOn() {
    assertInstanceOf(
        Stretch.FindStart.class,
        afterReading(BOB, Optional.empty(), head(LAST, MemberBits.NONE), NOW));
  }

  @Test
  void whatAnotherHasBecomeIsNoReasonToWait() {
    assertInstanceOf(Stretch.FindStart.class, afterReading(ANN, Optional.empty(), Head.START, NOW));
  }

  @Test
  void ofALaggardOnlyWhatWasHandedOverCounts() {
    int member = JOINED.state().member(BOB).orElseThrow().index();
    Mark mark = Mark.at(LAST - 1);
    Lag lag = Lag.create(BOB, SESSION, member, mark, new Ulid(0, 1), 6, Handouts.NONE);
    Head head = head(LAST - 1, MemberBits.NONE.with(member));
    assertInstanceOf(Stretch.FindStart.class, afterReading(BOB, Optional.of(lag), head, NOW));
  }

  /** Or a session whose drain fails would keep its members from all others. */
  @Test
  void aDrainThatIsStuckIsNotWaitedForLongerThanItMayLive() {
    Head head = head(LAST - 1, MemberBits.NONE);
    long waits = NOW - LIMITS.waitMillis();
    assertInstanceOf(Replay.ComeBack.class, afterReading(BOB, Optional.empty(), head, waits));
    assertInstanceOf(Stretch.FindStart.class, afterReading(BOB, Optional.empty(), head, waits - 1));
  }

  /** Or it would get what is behind it first, and this when its drain comes to it. */
  @Test
  void whatNoDrainHasComeToIsToldHoweverOldItIs() {
    long opened = NOW + 3 * LIMITS.stretchMillis();
    Step<DeliveryPorts> next =
        afterReading(ANN, Optional.empty(), head(LAST - 1, MemberBits.NONE), opened);
    Reach reach = assertInstanceOf(Stretch.FindStart.class, next).reach();
    assertEquals(LAST - 1, reach.recentAfter(LAST).after());
    assertInstanceOf(
        Stretch.ReadPresence.class,
        afterReading(ANN, Optional.empty(), head(LAST, MemberBits.NONE), opened));
  }

  @Test
  void whoIsOwedSomethingAnewWaitsAnew() {
    Head head = head(LAST - 1, MemberBits.NONE);
    long longAgo = NOW - 10 * LIMITS.waitMillis();
    assertInstanceOf(
        Replay.ComeBack.class, afterReading(BOB, Optional.empty(), head, longAgo, NOW));
  }

  @Test
  void whoIsToldLateIsToldFromWhenItCame() {
    long opened = NOW - 3 * LIMITS.stretchMillis();
    Step<DeliveryPorts> next = afterReading(ANN, Optional.empty(), Head.START, opened);
    assertEquals(
        opened - LIMITS.stretchMillis(), assertInstanceOf(Stretch.FindStart.class, next).since());
  }

  private record Known(SessionState known) implements SessionLog {
    @Override
    public Optional<SessionState> state(SessionId session) {
      return Optional.of(known);
    }

    @Override
    public List<Commit> read(SessionId session, long after, int maxBytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Appended append(Commit commit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long lastBefore(SessionId session, long millis) {
      throw new UnsupportedOperationException();
    }
  }
}
