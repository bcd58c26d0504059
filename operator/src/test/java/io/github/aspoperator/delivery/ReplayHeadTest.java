package io.github.aspoperator.delivery;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionLog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The drain writes a laggard's item before it moves the head: a replay that comes in between must
 * not take the item for an old one, or nobody would ever hand over what is owed.
 */
final class ReplayHeadTest {

  private static final int MEMBER = 1;

  /** Owed everything after 4, which the head's version 7 names as handed over. */
  private static final Lag LAG =
      Lag.create(ANN, SESSION, MEMBER, Mark.at(4), new Ulid(0, 1), 7, Handouts.NONE);

  private static Replay afterReading(Lag lag, Head head) {
    Walk.Queue queue = new Walk.Queue(List.of(lag), 9);
    return new Replay.ReadHead(lag, queue).run(ports(head)).orElseThrow();
  }

  private static Replay afterReading(Head head) {
    return afterReading(LAG, head);
  }

  private static Head head(long sequence, long version, MemberBits lagging) {
    return new Head(sequence, 0, version, lagging, 0);
  }

  @Test
  void anItemWhoseDrainHasNotMovedTheHeadYetIsLeftAlone() {
    Replay next = afterReading(head(4, 7, MemberBits.NONE));
    assertEquals(new Replay.ReadLags(ANN, Optional.of(SESSION), 9), next);
  }

  @Test
  void theVeryFirstItemOfASessionToo() {
    Lag first = Lag.create(ANN, SESSION, MEMBER, Mark.at(0), new Ulid(0, 1), 0, Handouts.NONE);
    assertInstanceOf(Replay.ReadLags.class, afterReading(first, Head.START));
  }

  @Test
  void onceTheHeadHasMovedPastItAnItemOfNobodyLaggingIsFinished() {
    assertInstanceOf(Replay.Finish.class, afterReading(head(5, 8, MemberBits.NONE)));
  }

  @Test
  void aLaggardIsReplayed() {
    Head head = head(5, 8, MemberBits.NONE.with(MEMBER));
    assertInstanceOf(Replay.ReadLag.class, afterReading(head));
  }

  private static DeliveryPorts ports(Head head) {
    return Untouched.but(
        Untouched.port(SessionLog.class), new OneHead(head), Untouched.port(Clock.class));
  }

  private record OneHead(Head head) implements Heads {
    @Override
    public Head read(SessionId session) {
      return head;
    }

    @Override
    public Optional<Roster> roster(SessionId session, long through) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(SessionId session, long version, Head next, Optional<Roster> roster) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean caughtUp(SessionId session, int member, long sequence) {
      throw new UnsupportedOperationException();
    }
  }
}
