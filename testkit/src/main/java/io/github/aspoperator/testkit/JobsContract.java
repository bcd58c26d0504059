package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * {@link Jobs}.
 *
 * <p>Not asserted: that a job runs only once; in which order jobs run; that a replay outlives the
 * process, or runs more than once when it was enqueued more than once before it ran.
 */
public abstract class JobsContract extends Contract {

  /** Long enough to tell before from after where time cannot be moved. */
  private static final long SOON = 2_000;

  private List<Job> work(long now) {
    return home().work(now, job -> true);
  }

  /** One of every kind, and some of their variants. */
  private List<Job> everyKind() {
    DropId drop = new DropId(ids.next());
    return List.of(
        new Job.Attend(ANN, Optional.of(drop), Optional.empty()),
        new Job.Attend(ANN, Optional.empty(), Optional.of(session())),
        new Job.AttendOne(ANN, session()),
        new Job.GraceOver(ANN, drop),
        new Job.ForceLeave(session(), ANN, BOB),
        new Job.EnforceBlock(BOB, ANN, Optional.of(session())),
        new Job.Withdraw(session(), ANN),
        new Job.WithdrawAll(ANN, Optional.empty()),
        new Job.Drop(ANN, new ConnectionId("a connection")),
        new Job.Drain(session()));
  }

  @Test
  void whatWasEnqueuedRunsAndSaysWhatItSaid() {
    List<Job> jobs = new ArrayList<>(everyKind());
    jobs.add(new Job.Replay(BOB));
    jobs.forEach(job -> home().jobs().enqueue(job));
    assertEquals(Set.copyOf(jobs), Set.copyOf(work(home().now())));
  }

  @Test
  void aJobDoesNotRunBeforeItsTimeAndRunsAfterIt() {
    Job early = new Job.GraceOver(ANN, new DropId(ids.next()));
    Job late = new Job.GraceOver(BOB, new DropId(ids.next()));
    Job replay = new Job.Replay(ANN);
    long due = home().now() + SOON;
    home().jobs().enqueueAt(late, due + SOON);
    home().jobs().enqueueAt(early, due);
    home().jobs().enqueueAt(replay, due);
    assertEquals(List.of(), work(due - SOON / 2));
    assertEquals(Set.of(early, replay), Set.copyOf(work(due + SOON / 2)));
    assertEquals(List.of(late), work(due + SOON + SOON / 2));
  }

  @Test
  void aJobThatFailedRunsAgain() {
    Job job = new Job.AttendOne(ANN, session());
    home().jobs().enqueue(job);
    long now = home().now();
    assertEquals(List.of(job), home().work(now, _ -> false));
    assertTrue(work(now + SOON).contains(job));
  }

  @Test
  void aJobThatWasEnqueuedWhileAnotherRunsRunsToo() {
    Job first = new Job.WithdrawAll(ANN, Optional.empty());
    Job next = new Job.WithdrawAll(ANN, Optional.of(session()));
    home().jobs().enqueue(first);
    List<Job> worked = new ArrayList<>();
    worked.addAll(
        home()
            .work(
                home().now(),
                job -> {
                  if (job.equals(first)) {
                    home().jobs().enqueue(next);
                  }
                  return true;
                }));
    worked.addAll(work(home().now() + SOON));
    assertTrue(worked.containsAll(List.of(first, next)), worked.toString());
  }

  @Test
  void whatManyEnqueueAtOnceAllRuns() {
    List<Job> jobs = Racing.all(_ -> new Job.AttendOne(ANN, session()));
    Racing.all(caller -> {
      home().jobs().enqueue(jobs.get(caller));
      return true;
    });
    assertEquals(new HashSet<>(jobs), new HashSet<>(work(home().now())));
  }

  @Test
  void whatWasEnqueuedOutlivesTheProcess() {
    List<Job> jobs = everyKind();
    jobs.forEach(job -> home().jobs().enqueue(job));
    restart();
    assertEquals(Set.copyOf(jobs), Set.copyOf(work(home().now())));
  }

  @Test
  void aTimerOutlivesTheProcessAndStillDoesNotRunBeforeItsTime() {
    Job job = new Job.GraceOver(ANN, new DropId(ids.next()));
    long due = home().now() + SOON;
    home().jobs().enqueueAt(job, due);
    restart();
    assertEquals(List.of(), work(due - SOON / 2));
    assertEquals(List.of(job), work(due + SOON / 2));
  }

  @Test
  void aJobWhoseWorkerDiedRunsAfterTheProcessDied() {
    Job job = new Job.Withdraw(session(), ANN);
    home().jobs().enqueue(job);
    assertEquals(List.of(job), home().work(home().now(), _ -> false));
    restart();
    assertTrue(work(home().now() + SOON).contains(job));
  }
}
