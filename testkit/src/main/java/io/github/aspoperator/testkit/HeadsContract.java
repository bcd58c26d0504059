package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * {@link Heads}.
 *
 * <p>Not asserted: that a head outlives the process, only that nothing written before it is lost
 * where it is not; that an older roster is gone.
 */
public abstract class HeadsContract extends Contract {

  private static final MemberBits SOME =
      MemberBits.NONE.with(0).with(63).with(64).with(130).with(255);

  private static Head head(long sequence, long version, MemberBits lagging, long through) {
    return new Head(sequence, 7_000 + sequence, version, lagging, through);
  }

  /** A roster that a session can have, with its through. */
  private Roster roster(SessionId session) {
    Story story = new Story(home().log(), ids, session, 5_000);
    story.told(story.creation(List.of(BOB), Optional.empty(), Optional.empty()));
    return story.state().roster();
  }

  private boolean replace(SessionId session, long version, Head next) {
    return home().heads().replace(session, version, next, Optional.empty());
  }

  @Test
  void aSessionThatWasNeverDrainedIsAtTheStartUntilAHeadIsWritten() {
    SessionId session = session();
    assertEquals(Head.START, home().heads().read(session));
    Head first = head(3, 1, SOME, 2);
    assertTrue(replace(session, 0, first));
    assertEquals(first, home().heads().read(session));
    assertEquals(Head.START, home().heads().read(session()));
  }

  @Test
  void aHeadIsReplacedOnlyOnTheVersionThatWasRead() {
    SessionId session = session();
    assertFalse(replace(session, 1, head(9, 2, SOME, 2)));
    assertTrue(replace(session, 0, head(3, 1, SOME, 2)));
    assertFalse(replace(session, 0, head(4, 1, SOME, 2)));
    assertEquals(head(3, 1, SOME, 2), home().heads().read(session));
    assertTrue(replace(session, 1, head(5, 2, MemberBits.NONE, 2)));
    assertEquals(head(5, 2, MemberBits.NONE, 2), home().heads().read(session));
  }

  @Test
  void aRosterIsThereWithTheHeadItWasWrittenWith() {
    SessionId session = session();
    Roster roster = roster(session);
    long through = roster.through();
    Head first = head(through, 1, SOME, through);
    assertTrue(home().heads().replace(session, 0, first, Optional.of(roster)));
    assertEquals(Optional.of(roster), home().heads().roster(session, through));
    assertTrue(replace(session, 1, head(through + 4, 2, SOME, through)));
    assertEquals(Optional.of(roster), home().heads().roster(session, through));
  }

  @Test
  void aHeadThatIsNotWrittenBringsNoRoster() {
    SessionId session = session();
    Roster roster = roster(session);
    long through = roster.through();
    Head next = head(through, 5, SOME, through);
    assertFalse(home().heads().replace(session, 4, next, Optional.of(roster)));
    assertEquals(Optional.empty(), home().heads().roster(session, through));
    assertTrue(replace(session, 0, head(1, 1, SOME, 0)));
  }

  @Test
  void whoHasCaughtUpWithTheHeadIsTakenOffAndTheVersionRaised() {
    SessionId session = session();
    replace(session, 0, head(8, 1, SOME, 2));
    assertTrue(home().heads().caughtUp(session, 64, 8));
    assertEquals(head(8, 2, SOME.without(64), 2), home().heads().read(session));
    assertTrue(home().heads().caughtUp(session, 255, 8));
    assertEquals(head(8, 3, SOME.without(64).without(255), 2), home().heads().read(session));
  }

  @Test
  void whoHasCaughtUpWithAnEarlierHeadStaysOn() {
    SessionId session = session();
    replace(session, 0, head(8, 1, SOME, 2));
    assertFalse(home().heads().caughtUp(session, 64, 7));
    assertFalse(home().heads().caughtUp(session, 64, 9));
    assertEquals(head(8, 1, SOME, 2), home().heads().read(session));
  }

  @Test
  void whoWasNotOnIsOffWhateverTheHead() {
    SessionId session = session();
    replace(session, 0, head(8, 1, SOME, 2));
    assertTrue(home().heads().caughtUp(session, 5, 8));
    assertTrue(home().heads().caughtUp(session, 5, 7));
    assertEquals(SOME, home().heads().read(session).lagging());
  }

  @Test
  void ofManyReplacementsOfOneVersionExactlyOneIsWritten() {
    for (int round = 0; round < 20; round++) {
      SessionId session = session();
      List<Boolean> written = Racing.all(caller -> replace(session, 0, head(caller, 1, SOME, 2)));
      assertEquals(1, written.stream().filter(w -> w).count());
      assertEquals(written.indexOf(true), home().heads().read(session).sequence());
    }
  }

  @Test
  void membersThatCatchUpAtOnceAreAllTakenOff() {
    SessionId session = session();
    MemberBits lagging = MemberBits.NONE;
    for (int i = 0; i < Racing.CALLERS; i++) {
      lagging = lagging.with(i * 10);
    }
    replace(session, 0, head(8, 1, lagging, 2));
    Racing.all(caller -> home().heads().caughtUp(session, caller * 10, 8))
        .forEach(off -> assertTrue(off));
    assertEquals(head(8, 1 + Racing.CALLERS, MemberBits.NONE, 2), home().heads().read(session));
  }

  @Test
  void aHeadAndTheRosterItNamesAreNeverSeenApart() {
    SessionId session = session();
    Roster roster = roster(session);
    Racing.all(caller -> {
      for (int i = 0; i < 20; i++) {
        Head head = home().heads().read(session);
        if (head.sequence() >= 0) {
          boolean there = home().heads().roster(session, head.rosterThrough()).isPresent();
          Head again = home().heads().read(session);
          assertTrue(there || again.version() > head.version(), "a head without its roster");
        }
        long through = caller * 100L + i;
        Head next = head(through, head.version() + 1, MemberBits.NONE, through);
        home().heads().replace(session, head.version(), next, Optional.of(at(roster, through)));
      }
      return true;
    });
    Head last = home().heads().read(session);
    assertEquals(
        Optional.of(at(roster, last.rosterThrough())),
        home().heads().roster(session, last.rosterThrough()));
  }

  private static Roster at(Roster roster, long through) {
    return new Roster(
        roster.session(),
        roster.creator(),
        roster.topic(),
        roster.createdAt(),
        roster.lifecycle(),
        roster.members(),
        through);
  }

  @Test
  void whereAHeadOutlivesTheProcessSoDoesAllThatWasWrittenBeforeIt() {
    List<SessionId> sessions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      SessionId session = session();
      sessions.add(session);
      Ulid generation = ids.next();
      home().lags().create(Lag.create(ANN, session, 0, Mark.at(i), generation, 0, Handouts.NONE));
      home().index().put(new SessionIndex.Entry(ANN, session, 1, true));
      assertTrue(replace(session, 0, head(i, 1, SOME, 0)));
      if (i % 50 == 49) {
        Story.begun(home().log(), ids, session(), 1_000);
      }
      assertEquals(i, home().heads().read(session).sequence());
    }
    restart();
    List<SessionId> indexed = home().index().page(ANN, Optional.empty(), 1_000, true);
    boolean lost = false;
    for (SessionId session : sessions) {
      boolean there = home().heads().read(session).sequence() >= 0;
      assertFalse(there && lost, "a later head is there and an earlier one is not");
      lost = !there;
      if (there) {
        assertTrue(indexed.contains(session), "the index entry before the head");
        assertTrue(home().lags().find(ANN, session).isPresent(), "the lag before the head");
      }
    }
  }
}
