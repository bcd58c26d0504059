package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static io.github.aspoperator.testkit.Story.CAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionLog.Appended;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * {@link SessionLog}, but for idempotency keys (see {@link SessionLogKeysContract}) and racing
 * writers (see {@link SessionLogRacesContract}).
 *
 * <p>Not asserted: what becomes of a commit that does not begin where the one before ends, since no
 * decision makes one; in which order bells of different sessions ring, or how often; when a home
 * says it is unavailable.
 */
public abstract class SessionLogContract extends Contract {

  private static final long START = 1_000_000;
  private static final int ALL = Integer.MAX_VALUE;

  private Story begun() {
    return Story.begun(home().log(), ids, session(), START);
  }

  /** Every kind of event that a session can have. */
  private Story eventful() {
    Story story = new Story(home().log(), ids, session(), START);
    SessionId session = story.session;
    story.tell(
        story.creation(List.of(BOB, CAT), Optional.of(Story.body("hello")), Optional.empty()));
    story.does(new Command.Join(session, BOB));
    story.does(new Command.Attend(session, BOB, false, 9, 0));
    story.later(5).does(new Command.Attend(session, BOB, true, 9, 0));
    story.does(new Command.Leave(session, BOB));
    story.does(new Command.Invite(session, ANN, List.of(BOB)));
    story.later(5).does(new Command.End(session, ANN));
    story.does(new Command.Reopen(session, ANN, Optional.of(List.of(CAT)), Optional.empty()));
    return story;
  }

  @Test
  void whatWasAppendedIsReadAsItWas() {
    Story story = eventful();
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void contentIsReadByteForByte() {
    Story story = begun();
    byte[] bytes = new byte[90_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + (i >> 8));
    }
    Body body = new Body(RawJson.of(bytes), Optional.of(RawJson.of("{\"a\":1e400,\"a \":-0}")));
    story.does(new Command.Send(story.session, ANN, body, Optional.empty(), Optional.empty()));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void theStateIsWhatTheLogFoldsTo() {
    Story story = eventful();
    assertEquals(Optional.of(story.state()), home().log().state(story.session));
    story.say("more");
    assertEquals(Optional.of(story.state()), home().log().state(story.session));
  }

  @Test
  void aSessionKnowsNothingOfAnother() {
    Story one = begun();
    Story other = begun();
    other.say("not yours");
    assertEquals(one.commits, home().log().read(one.session, -1, ALL));
    assertEquals(Optional.of(one.state()), home().log().state(one.session));
    assertEquals(List.of(), home().log().read(session(), -1, ALL));
    assertEquals(Optional.empty(), home().log().state(session()));
  }

  @Test
  void aSecondCommitAtTheSameKeyIsToldWhichOneIsThere() {
    Story story = begun();
    Commit late = story.said("late", Optional.empty());
    Commit winner = story.say("first");
    assertEquals(new Appended.Taken(winner), home().log().append(late));
    story.say("and on");
    assertEquals(new Appended.Taken(winner), home().log().append(late));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void aSecondGenesisIsToldOfTheFirst() {
    Story story = new Story(home().log(), ids, session(), START);
    Commit late = story.creation(List.of(BOB), Optional.empty(), Optional.empty());
    Commit first = story.tell(story.creation(List.of(CAT), Optional.empty(), Optional.empty()));
    assertEquals(new Appended.Taken(first), home().log().append(late));
    story.say("on it goes");
    assertEquals(new Appended.Taken(first), home().log().append(late));
  }

  @Test
  void theSameCommandAppendedAgainIsDoneAndNotThereTwice() {
    Story story = begun();
    Commit said = story.say("once");
    assertEquals(new Appended.Done(), home().log().append(said));
    story.say("something after it");
    assertEquals(new Appended.Done(), home().log().append(said));
    assertEquals(new Appended.Done(), home().log().append(story.commits.getFirst()));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void readingAfterAnEventBeginsWithTheCommitThatHoldsTheNext() {
    Story story = new Story(home().log(), ids, session(), START);
    story.tell(
        story.creation(List.of(BOB, CAT), Optional.of(Story.body("hello")), Optional.empty()));
    story.say("four");
    story.say("five");
    for (long after = -1; after <= 5; after++) {
      long n = after;
      List<Commit> expected = story.commits.stream().filter(c -> c.last() > n).toList();
      assertEquals(expected, home().log().read(story.session, after, ALL), "after " + after);
    }
  }

  @Test
  void aGenesisWithoutEventsIsReadFromTheBeginningOnly() {
    Story story = begun();
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
    assertEquals(List.of(), home().log().read(story.session, 0, ALL));
    Commit first = story.say("one");
    assertEquals(List.of(first), home().log().read(story.session, 0, ALL));
  }

  @Test
  void aPageEndsAtItsBytesAndPagesTogetherAreTheLog() {
    Story story = begun();
    for (int i = 0; i < 30; i++) {
      story.say(i + "x".repeat(300));
    }
    List<Commit> read = new ArrayList<>();
    long after = -1;
    for (int pages = 0; after < story.state().sequence(); pages++) {
      List<Commit> page = home().log().read(story.session, after, 2_000);
      assertTrue(!page.isEmpty() && page.size() < 15, page.size() + " commits in a page");
      assertTrue(pages < 31, "as many pages as commits");
      read.addAll(page);
      after = page.getLast().last();
    }
    assertEquals(story.commits, read);
  }

  @Test
  void aPageHoldsAtLeastOneCommitHoweverLarge() {
    Story story = begun();
    Commit large = story.say("y".repeat(20_000));
    story.say("after it");
    assertEquals(List.of(large), home().log().read(story.session, 0, 1));
  }

  @Test
  void theLastSequenceBeforeATimeIsFoundAndAfterItComesExactlyWhatIsNewer() {
    Story story = begun();
    for (int i = 0; i < 25; i++) {
      story.later(i % 3 == 0 ? 10 : 0).say("at some time");
    }
    for (long millis = START - 1; millis <= START + 100; millis += 3) {
      long since = millis;
      long before = home().log().lastBefore(story.session, since);
      List<SessionEvent> newer =
          home().log().read(story.session, before, ALL).stream()
              .flatMap(commit -> commit.events().stream())
              .filter(event -> event.sequence() > before)
              .toList();
      List<SessionEvent> expected =
          story.commits.stream()
              .flatMap(commit -> commit.events().stream())
              .filter(event -> event.createdAt() >= since)
              .toList();
      assertEquals(expected, newer, "since " + (since - START));
    }
  }

  @Test
  void whereAllEventsAreNewerTheLastSequenceBeforeIsZero() {
    Story story = new Story(home().log(), ids, session(), START);
    story.tell(story.creation(List.of(BOB), Optional.of(Story.body("hi")), Optional.empty()));
    assertEquals(2, home().log().lastBefore(story.session, START + 1));
    assertEquals(0, home().log().lastBefore(story.session, START));
    assertEquals(0, home().log().lastBefore(session(), START));
  }

  @Test
  void theBellRingsAfterACommit() throws InterruptedException {
    Story story = begun();
    for (int waits = 0; !home().rung().contains(story.session) && waits < 100; waits++) {
      Thread.sleep(50);
    }
    assertTrue(home().rung().contains(story.session));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void whatIsDoneOutlivesTheProcess() {
    Story story = eventful();
    Commit late = story.said("late", Optional.empty());
    Commit winner = story.say("first");
    restart();
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
    assertEquals(Optional.of(story.state()), home().log().state(story.session));
    assertEquals(new Appended.Taken(winner), home().log().append(late));
    assertEquals(new Appended.Done(), home().log().append(winner));
    assertEquals(new Appended.Done(), home().log().append(story.commits.getFirst()));
    Commit next = story.said("goes on", Optional.empty());
    assertEquals(new Appended.Done(), home().log().append(next));
    story.told(next);
    assertEquals(Optional.of(story.state()), home().log().state(story.session));
  }
}
