package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.SessionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link SessionIndex}.
 *
 * <p>Not asserted: what becomes of two different notes from the same sequence; that a note outlives
 * the process (see {@link HeadsContract}: it does where the head does).
 */
public abstract class SessionIndexContract extends Contract {

  private static final int ALL = 1_000;

  private void note(Handle agent, SessionId session, long sequence, boolean current) {
    home().index().put(new SessionIndex.Entry(agent, session, sequence, current));
  }

  private List<SessionId> all(Handle agent, boolean currentOnly) {
    return home().index().page(agent, Optional.empty(), ALL, currentOnly);
  }

  /** Oldest first. */
  private List<SessionId> sessions(int count) {
    return Stream.generate(this::session).limit(count).toList();
  }

  @Test
  void sessionsComeNewestFirstInWhateverOrderTheyWereNoted() {
    List<SessionId> sessions = sessions(5);
    for (int i : new int[] {3, 0, 4, 1, 2}) {
      note(ANN, sessions.get(i), 1, true);
    }
    assertEquals(sessions.reversed(), all(ANN, false));
    assertEquals(sessions.reversed(), all(ANN, true));
  }

  @Test
  void aPageIsOlderThanWhereItBeginsAndNoLongerThanAsked() {
    List<SessionId> sessions = sessions(5);
    sessions.forEach(session -> note(ANN, session, 1, true));
    List<SessionId> newest = home().index().page(ANN, Optional.empty(), 2, false);
    assertEquals(List.of(sessions.get(4), sessions.get(3)), newest);
    List<SessionId> next = home().index().page(ANN, Optional.of(sessions.get(3)), 2, false);
    assertEquals(List.of(sessions.get(2), sessions.get(1)), next);
    assertEquals(
        List.of(sessions.get(1), sessions.get(0)),
        home().index().page(ANN, Optional.of(sessions.get(2)), ALL, true));
  }

  @Test
  void pagesTogetherAreAllSessionsOnce() {
    List<SessionId> sessions = sessions(100);
    for (int i = 0; i < sessions.size(); i++) {
      note(ANN, sessions.get(i), 1, i % 3 != 0);
    }
    for (boolean currentOnly : new boolean[] {false, true}) {
      List<SessionId> read = new ArrayList<>();
      Optional<SessionId> before = Optional.empty();
      while (true) {
        List<SessionId> page = home().index().page(ANN, before, 7, currentOnly);
        if (page.isEmpty()) {
          break;
        }
        read.addAll(page);
        before = Optional.of(page.getLast());
      }
      List<SessionId> expected =
          sessions.reversed().stream()
              .filter(s -> !currentOnly || sessions.indexOf(s) % 3 != 0)
              .toList();
      assertEquals(expected, read);
    }
  }

  @Test
  void eachAgentHasItsOwn() {
    List<SessionId> sessions = sessions(3);
    note(ANN, sessions.get(0), 1, true);
    note(BOB, sessions.get(1), 1, true);
    note(ANN, sessions.get(2), 1, true);
    note(BOB, sessions.get(2), 1, false);
    assertEquals(List.of(sessions.get(2), sessions.get(0)), all(ANN, true));
    assertEquals(List.of(sessions.get(2), sessions.get(1)), all(BOB, false));
    assertEquals(List.of(sessions.get(1)), all(BOB, true));
  }

  @Test
  void aNoteFromALaterSequenceReplacesAnEarlierOne() {
    SessionId session = session();
    note(ANN, session, 4, true);
    note(ANN, session, 5, false);
    assertEquals(List.of(), all(ANN, true));
    assertEquals(List.of(session), all(ANN, false));
    note(ANN, session, 9, true);
    assertEquals(List.of(session), all(ANN, true));
  }

  @Test
  void aNoteFromAnEarlierSequenceChangesNothing() {
    SessionId session = session();
    note(ANN, session, 9, true);
    assertEquals(List.of(session), all(ANN, true));
    note(ANN, session, 4, false);
    assertEquals(List.of(session), all(ANN, true));
  }

  @Test
  void ofManyNotesAtOnceTheLatestStays() {
    for (int round = 0; round < 10; round++) {
      SessionId session = session();
      boolean last = round % 2 == 0;
      Racing.all(caller -> {
        note(ANN, session, caller, caller == Racing.CALLERS - 1 ? last : !last);
        return true;
      });
      assertEquals(last, all(ANN, true).contains(session), "round " + round);
      assertEquals(true, all(ANN, false).contains(session), "round " + round);
    }
  }
}
