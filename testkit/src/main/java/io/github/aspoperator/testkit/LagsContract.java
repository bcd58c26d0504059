package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
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
  private static final long SPAN = 1_000_000;

  private Lag lag(Handle agent, SessionId session, Mark mark, long headVersion) {
    return Lag.create(agent, session, 200, mark, ids.next(), headVersion, Handouts.NONE);
  }

  private Lag created(Handle agent, SessionId session) {
    Lag lag = lag(agent, session, new Mark(4, 2), HEAD);
    assertEquals(Optional.empty(), home().lags().create(lag));
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
  void whatIsThereAlreadyIsAnsweredAndStaysOpenOrFinished() {
    Lag lag = created(ANN, session());
    Lag other = lag(ANN, lag.session(), Mark.at(9), HEAD + 1);
    assertEquals(Optional.of(lag), home().lags().create(other));
    assertEquals(Optional.of(lag), home().lags().find(ANN, lag.session()));
    long now = home().now();
    home().lags().finish(ANN, lag.session(), lag.generation(), now);
    assertEquals(Optional.of(lag.finished(now)), home().lags().create(other));
    assertEquals(List.of(), home().lags().open(ANN, Optional.empty(), 10));
  }

  @Test
  void oneIsReplacedUnderItsGenerationOpenOrFinished() {
    Lag old = created(ANN, session());
    home().lags().finish(ANN, old.session(), old.generation(), home().now());
    Lag fresh = lag(ANN, old.session(), Mark.at(9), HEAD + 1);
    assertTrue(home().lags().replace(old, fresh), "it was finished since, but not moved");
    assertEquals(Optional.of(fresh), home().lags().find(ANN, old.session()));
    assertEquals(List.of(fresh), home().lags().open(ANN, Optional.empty(), 10));
    assertFalse(home().lags().replace(old, lag(ANN, old.session(), Mark.at(10), HEAD + 2)));
    assertEquals(Optional.of(fresh), home().lags().find(ANN, old.session()));
  }

  @ParameterizedTest
  @CsvSource({"5,0", "4,3"})
  void oneThatHasMovedSinceItWasReadIsNotReplaced(long through, long inRun) {
    Lag read = created(ANN, session());
    Lag moved = read.moved(new Mark(through, inRun), 99, SPAN);
    assertTrue(home().lags().move(moved));
    assertFalse(home().lags().replace(read, lag(ANN, read.session(), Mark.at(9), HEAD + 1)));
    assertEquals(Optional.of(moved), home().lags().find(ANN, read.session()));
  }

  @Test
  void whatWasHandedOverWhileOthersWereThereIsKept() {
    Lag old = created(ANN, session());
    Lag moved = old.moved(Mark.at(7), 99, SPAN);
    Lag fresh = lag(ANN, old.session(), Mark.at(9), HEAD + 1).behind(moved, SPAN);
    assertTrue(home().lags().move(moved));
    assertTrue(home().lags().replace(moved, fresh));
    Lag further = fresh.moved(Mark.at(12), 99 + SPAN / 2, SPAN);
    assertTrue(home().lags().move(further));
    Lag found = home().lags().find(ANN, old.session()).orElseThrow();
    assertEquals(
        List.of(
            new Handouts.Handout(new Mark(4, 2), 99),
            new Handouts.Handout(Mark.at(9), 99 + SPAN / 2)),
        found.handouts().all());
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
    Lag expected = lag.moved(mark, 99, SPAN);
    assertTrue(home().lags().move(expected));
    assertEquals(Optional.of(expected), home().lags().find(ANN, lag.session()));
    assertEquals(List.of(expected), home().lags().open(ANN, Optional.empty(), 10));
  }

  @Test
  void nothingIsMovedOrFinishedUnderAnotherGeneration() {
    Lag lag = created(ANN, session());
    Lag other = lag(ANN, lag.session(), Mark.at(4), HEAD);
    assertFalse(home().lags().move(other.moved(Mark.at(17), 99, SPAN)));
    assertFalse(home().lags().finish(ANN, lag.session(), other.generation(), 99));
    assertFalse(home().lags().move(lag(ANN, session(), Mark.at(17), HEAD)));
    assertFalse(home().lags().finish(BOB, lag.session(), lag.generation(), 99));
    assertEquals(Optional.of(lag), home().lags().find(ANN, lag.session()));
  }

  @Test
  void aFinishedOneIsNotOpenAndNotMovedButStillFound() {
    Lag lag = created(ANN, session());
    long now = home().now();
    assertTrue(home().lags().finish(ANN, lag.session(), lag.generation(), now));
    assertEquals(List.of(), home().lags().open(ANN, Optional.empty(), 10));
    assertFalse(home().lags().move(lag.moved(Mark.at(17), now + 1, SPAN)));
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
          return replaced(old, fresh);
        }
        return caller % 2 == 0
            ? home().lags().finish(ANN, old.session(), old.generation(), 99)
            : home().lags().move(old.moved(Mark.at(caller), 99, SPAN));
      });
      assertEquals(Optional.of(fresh), home().lags().find(ANN, old.session()));
      assertEquals(fresh, open(old.session()));
    }
  }

  private boolean replaced(Lag old, Lag fresh) {
    Optional<Lag> there = Optional.of(old);
    while (!home().lags().replace(there.orElseThrow(), fresh)) {
      there = home().lags().find(ANN, old.session());
    }
    return true;
  }

  private Lag open(SessionId session) {
    return home().lags().open(ANN, Optional.empty(), 1_000).stream()
        .filter(lag -> lag.session().equals(session))
        .findFirst()
        .orElseThrow();
  }
}
