package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.session.Commit;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a runner needs of the jobs. */
final class StoredJobsTest {

  private final Folder folder = Folder.fresh();
  private final AtomicInteger wakes = new AtomicInteger();
  private Store store = open();

  private Store open() {
    StoreEvents events =
        new StoreEvents() {
          @Override
          public void committed(Commit commit) {}

          @Override
          public void jobEnqueued() {
            wakes.incrementAndGet();
          }
        };
    return Store.open(folder.path(), events, Duration.ofSeconds(60));
  }

  @AfterEach
  void tidy() {
    store.close();
    folder.delete();
  }

  private static Job job() {
    return new Job.AttendOne(Sends.ANN, Sends.session());
  }

  private List<Job> due(long now, int limit) {
    return store.jobs().due(now, limit).stream().map(DueJob::job).toList();
  }

  @Test
  void dueOnesAreHandedOutOnceTheFirstDueFirst() {
    Job late = job();
    Job early = job();
    Job atOnce = job();
    store.jobs().enqueueAt(late, 2_000);
    store.jobs().enqueueAt(early, 1_000);
    store.jobs().enqueue(atOnce);
    assertEquals(List.of(atOnce), due(3_000, 1));
    assertEquals(List.of(early), due(1_500, 10));
    assertEquals(OptionalLong.of(2_000), store.jobs().nextDueAt());
    assertEquals(List.of(late), due(3_000, 10));
    assertEquals(OptionalLong.empty(), store.jobs().nextDueAt());
    assertEquals(List.of(), due(3_000, 10));
  }

  @Test
  void theRunnerIsWokenForEveryJob() {
    store.jobs().enqueue(job());
    store.jobs().enqueueAt(job(), 5_000);
    store.jobs().enqueue(new Job.Replay(Sends.ANN));
    assertEquals(3, wakes.get());
  }

  @Test
  void oneThatFailedIsHandedOutAgainAtItsTime() {
    Job job = job();
    store.jobs().enqueue(job);
    DueJob due = store.jobs().due(0, 1).getFirst();
    store.jobs().later(due.id(), 4_000);
    assertEquals(OptionalLong.of(4_000), store.jobs().nextDueAt());
    assertEquals(List.of(), due(3_999, 1));
    assertEquals(List.of(job), due(4_000, 1));
  }

  @Test
  void aReplayThatWaitsIsNotPutThereTwice() {
    Job replay = new Job.Replay(Sends.ANN);
    store.jobs().enqueue(replay);
    store.jobs().enqueue(replay);
    store.jobs().enqueue(new Job.Replay(Handle.of("@acme.bob")));
    assertEquals(2, store.jobs().due(0, 10).size());
    store.jobs().enqueue(replay);
    assertEquals(List.of(replay), due(0, 10), "one that was handed out may have begun");
  }

  @Test
  void whatIsDoneIsNotThereAfterARestartAndWhatIsNotIs() {
    Job done = job();
    Job begun = job();
    Job waiting = job();
    store.jobs().enqueue(done);
    store.jobs().enqueue(begun);
    store.jobs().enqueueAt(waiting, 9_000);
    List<DueJob> due = store.jobs().due(0, 10);
    store.jobs().done(due.getFirst().id());
    store.close();
    store = open();
    assertEquals(List.of(begun, waiting), due(9_000, 10));
  }

  @Test
  void aJobEnqueuedAndDoneWithinAMomentLeavesNothing() {
    for (int i = 0; i < 200; i++) {
      store.jobs().enqueue(job());
      store.jobs().done(store.jobs().due(0, 1).getFirst().id());
    }
    store.close();
    store = open();
    assertEquals(List.of(), store.jobs().due(Long.MAX_VALUE, 10));
  }
}
