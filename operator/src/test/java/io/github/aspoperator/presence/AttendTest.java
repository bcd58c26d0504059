package io.github.aspoperator.presence;

import static io.github.aspoperator.presence.Porch.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.session.Commands;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Story;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When an absence is published (section 5): in a session that Ann created while she was there. */
final class AttendTest {

  private static final Optional<SessionId> ALL = Optional.empty();
  private static final ConnectionId B = new ConnectionId("b");

  private final Porch porch = new Porch().with("a");

  private AttendTest() {
    porch.log = new OneSession();
    porch.index = new InIt();
  }

  /** A log of one session; what is appended goes into the diary. */
  private final class OneSession implements SessionLog {
    private SessionState state = Story.of(Commands.open(ANN, BOB)).state();

    @Override
    public Appended append(Commit commit) {
      state = Fold.apply(state, commit);
      commit.events().forEach(e -> porch.diary.add(e.payload().getClass().getSimpleName()));
      return new Appended.Done();
    }

    @Override
    public Optional<SessionState> state(SessionId session) {
      return Optional.of(state);
    }

    @Override
    public List<Commit> read(SessionId session, long after, int maxBytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long lastBefore(SessionId session, long millis) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class InIt implements SessionIndex {
    @Override
    public void put(Entry entry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<SessionId> page(
        Handle agent, Optional<SessionId> before, int limit, boolean currentOnly) {
      return List.of(SESSION);
    }
  }

  private DropId drop() {
    porch.run(Drop.of(ANN, new ConnectionId("a"), true));
    porch.diary.clear();
    return porch.presence.drop().orElseThrow();
  }

  @Test
  void theAwayJobOfTheDropPublishesIt() {
    DropId drop = drop();
    porch.run(Attend.all(ANN, Optional.of(drop), ALL));
    assertEquals(List.of("Disconnected"), porch.diary);
  }

  /** Whichever of the two jobs runs first. */
  @Test
  void whereGraceIsNotAboveTheAwayWindowNobodyIsTakenForAway() {
    porch.windows = new Windows(3, OptionalLong.of(3), 0);
    DropId drop = drop();
    porch.run(Attend.all(ANN, Optional.of(drop), ALL));
    assertEquals(List.of(), porch.diary);
    porch.run(Grace.over(ANN, drop));
    porch.diary.clear();
    porch.run(Attend.all(ANN, Optional.empty(), ALL));
    assertEquals(List.of("Left"), porch.diary);
  }

  @Test
  void theJobOfAConnectThatIsLateLeavesTheAbsenceToTheAwayJob() {
    DropId drop = drop();
    porch.run(Attend.all(ANN, Optional.empty(), ALL));
    assertEquals(List.of("Attend at 3"), porch.diary);
    assertEquals(new Job.Attend(ANN, Optional.of(drop), ALL), porch.jobs.getLast());
  }

  @Test
  void theJobOfAConnectThatIsLateAsksForNothingOnceTheAbsenceIsPublished() {
    DropId drop = drop();
    porch.run(Attend.all(ANN, Optional.of(drop), ALL));
    porch.diary.clear();
    porch.run(Attend.all(ANN, Optional.empty(), ALL));
    assertEquals(List.of(), porch.diary);
  }

  @Test
  void aReturnThatIsToldWhenItIsOverIsFollowedByAnotherAwayJob() {
    DropId first = drop();
    porch.run(Attend.all(ANN, Optional.of(first), ALL));
    porch.presence = porch.presence.connect(B, 0, Porch.TOKEN);
    Presence there = porch.presence;
    porch.run(Drop.of(ANN, B, true));
    DropId second = porch.presence.drop().orElseThrow();
    porch.diary.clear();
    // the job of that connect read the presence while it was there, and stood still until now
    porch.run(new Attend.ReadState(ANN, Attend.Aim.of(Optional.empty()), List.of(SESSION), there));
    assertEquals(List.of("Reconnected", "Attend at 3"), porch.diary);
    assertEquals(new Job.Attend(ANN, Optional.of(second), ALL), porch.jobs.getLast());
  }

  @Test
  void theJobOfAnotherDropPublishesNothing() {
    var _ = drop();
    porch.run(Attend.all(ANN, Optional.of(new DropId(new Ulid(9, 9))), ALL));
    assertEquals(List.of(), porch.diary);
  }

  @Test
  void aSessionThatMayHaveMissedTheAwayJobWaitsForAnother() {
    DropId drop = drop();
    porch.run(Attend.one(ANN, SESSION));
    assertEquals(List.of("Attend at 3"), porch.diary);
    assertEquals(new Job.Attend(ANN, Optional.of(drop), ALL), porch.jobs.getLast());
  }

  @Test
  void aSessionThatMissedTheEndOfGraceIsLeftAtOnce() {
    DropId drop = drop();
    porch.run(Grace.over(ANN, drop));
    porch.diary.clear();
    porch.run(Attend.one(ANN, SESSION));
    assertEquals(List.of("Attend at 3", "Left"), porch.diary);
  }

  @Test
  void whoeverComesBackIsReconnectedWhereItsAbsenceWasPublished() {
    DropId drop = drop();
    porch.run(Attend.all(ANN, Optional.of(drop), ALL));
    porch.presence = porch.presence.connect(B, 0, Porch.TOKEN);
    porch.diary.clear();
    porch.run(Attend.all(ANN, Optional.empty(), ALL));
    assertEquals(List.of("Reconnected"), porch.diary);
  }
}
