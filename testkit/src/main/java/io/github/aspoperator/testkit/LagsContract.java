package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link Lags}.
 *
 * <p>Not asserted: how long a finished one is still found; what finishing twice answers; that one
 * outlives the process (see {@link HeadsContract}: it does where the head does).
 */
public abstract class LagsContract extends Contract {

  private static final long HEAD = 30;

  private Lag lag(Handle agent, SessionId session, Mark mark, long headVersion) {
    return Lag.create(agent, session, 200, mark, ids.next(), headVersion, 55);
  }

  private Lag created(Handle agent, SessionId session) {
    Lag lag = lag(agent, session, new Mark(4, 2), HEAD);
    home().lags().create(lag);
    return lag;
  }

  @Test
  void whatWasCreatedIsFoundAndOpen() {
    Lag lag = created(ANN, session());
    assertEquals(Optional.of(lag), home().lags().find(ANN, lag.session()));
    assertEquals(List.of(lag), home().lags().open(ANN, Optional.empty(), 10));
    assertEquals(Optional.empty(), home().lags().find(BOB, lag.session()));
    assertEquals(Optional.empty(), home().lags().find(ANN, session()));
    assertEquals(List.of(), home().lags().open(BOB, Optional.empty(), 10));
  }

  @Test
  void oneOfALaterHeadReplacesWhatWasThere() {
    Lag old = created(ANN, session());
    home().lags().finish(ANN, old.session(), old.generation(), 60);
    Lag fresh = lag(ANN, old.session(), Mark.at(9), HEAD + 1);
    home().lags().create(fresh);
    assertEquals(Optional.of(fresh), home().lags().find(ANN, old.session()));
    assertEquals(List.of(fresh), home().lags().open(ANN, Optional.empty(), 10));
  }

  @Test
  void oneOfAnOlderHeadChangesNothingOpenOrFinished() {
    Lag lag = created(ANN, session());
    home().lags().create(lag(ANN, lag.session(), Mark.at(2), HEAD - 1));
    assertEquals(Optional.of(lag), home().lags().find(ANN, lag.session()));
    home().lags().finish(ANN, lag.session(), lag.generation(), home().now());
    home().lags().create(lag(ANN, lag.session(), Mark.at(2), HEAD - 1));
    assertEquals(List.of(), home().lags().open(ANN, Optional.empty(), 10));
  }

  @ParameterizedTest
  @CsvSource({"4,1", "3,2", "3,0", "4,0"})
  void ofTwoOfTheSameHeadTheOneThatBeganEarlierStays(long through, long inRun) {
    Lag later = created(ANN, session());
    Lag earlier = lag(ANN, later.session(), new Mark(through, inRun), HEAD);
    home().lags().move(ANN, later.session(), later.generation(), Mark.at(1), 56);
    home().lags().create(earlier);
    assertEquals(Optional.of(earlier), home().lags().find(ANN, later.session()));
    home().lags().create(lag(ANN, later.session(), later.from(), HEAD));
    assertEquals(Optional.of(earlier), home().lags().find(ANN, later.session()));
  }

  @Test
  void openOnesComeInTheOrderOfTheirSessionsAfterOneAndNoMoreThanAsked() {
    List<SessionId> sessions = Stream.generate(this::session).limit(40).toList();
    List<Lag> lags = new ArrayList<>();
    for (SessionId session : sessions) {
      lags.add(lag(ANN, session, Mark.at(1), HEAD));
    }
    lags.reversed().forEach(lag -> home().lags().create(lag));
    List<Lag> read = new ArrayList<>();
    Optional<SessionId> after = Optional.empty();
    while (true) {
      List<Lag> page = home().lags().open(ANN, after, 7);
      assertTrue(page.size() <= 7);
      if (page.isEmpty()) {
        break;
      }
      read.addAll(page);
      after = Optional.of(page.getLast().session());
    }
    assertEquals(lags, read);
  }

  @Test
  void aMarkIsMovedUnderItsGeneration() {
    Lag lag = created(ANN, session());
    Mark mark = new Mark(17, 3);
    assertTrue(home().lags().move(ANN, lag.session(), lag.generation(), mark, 99));
    Lag expected = lag.moved(mark, 99);
    assertEquals(Optional.of(expected), home().lags().find(ANN, lag.session()));
    assertEquals(List.of(expected), home().lags().open(ANN, Optional.empty(), 10));
  }

  @Test
  void nothingIsMovedOrFinishedUnderAnotherGeneration() {
    Lag lag = created(ANN, session());
    Ulid other = ids.next();
    assertFalse(home().lags().move(ANN, lag.session(), other, Mark.at(17), 99));
    assertFalse(home().lags().finish(ANN, lag.session(), other, 99));
    assertFalse(home().lags().move(ANN, session(), lag.generation(), Mark.at(17), 99));
    assertFalse(home().lags().finish(BOB, lag.session(), lag.generation(), 99));
    assertEquals(Optional.of(lag), home().lags().find(ANN, lag.session()));
  }

  @Test
  void aFinishedOneIsNotOpenAndNotMovedButStillFound() {
    Lag lag = created(ANN, session());
    long now = home().now();
    assertTrue(home().lags().finish(ANN, lag.session(), lag.generation(), now));
    assertEquals(List.of(), home().lags().open(ANN, Optional.empty(), 10));
    assertFalse(home().lags().move(ANN, lag.session(), lag.generation(), Mark.at(17), now + 1));
    Lag found = home().lags().find(ANN, lag.session()).orElseThrow();
    assertEquals(OptionalLong.of(now), found.doneAt());
    assertEquals(lag.mark(), found.mark());
    assertEquals(lag.from(), found.from());
  }

  @Test
  void whoStillHoldsAnEarlierGenerationNeverHitsALaterOne() {
    for (int round = 0; round < 20; round++) {
      Lag old = created(ANN, session());
      Lag fresh = lag(ANN, old.session(), Mark.at(1_000), HEAD + 1);
      Racing.all(caller -> {
        if (caller == 5) {
          home().lags().create(fresh);
          return true;
        }
        return caller % 2 == 0
            ? home().lags().finish(ANN, old.session(), old.generation(), 99)
            : home().lags().move(ANN, old.session(), old.generation(), Mark.at(caller), 99);
      });
      assertEquals(Optional.of(fresh), home().lags().find(ANN, old.session()));
      assertEquals(fresh, open(old.session()));
    }
  }

  private Lag open(SessionId session) {
    return home().lags().open(ANN, Optional.empty(), 1_000).stream()
        .filter(lag -> lag.session().equals(session))
        .findFirst()
        .orElseThrow();
  }
}
