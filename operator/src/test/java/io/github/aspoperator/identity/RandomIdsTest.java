package io.github.aspoperator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Ids are distinct and rise, whatever the clock does and however many ask. */
final class RandomIdsTest {

  private static final int MANY = 20_000;

  private final AtomicLong now = new AtomicLong(1_760_000_000_000L);
  private final RandomIds ids = new RandomIds(now::get);

  @Test
  void theyRiseWithRoomForTheEventsOfACommandWhateverTheClockDoes() {
    Ulid last = ids.next();
    for (int i = 0; i < MANY; i++) {
      now.addAndGet(i % 7 == 0 ? 1 : i % 11 == 0 ? -5 : 0);
      Ulid next = ids.next();
      assertTrue(next.compareTo(last.plus(Ids.SPAN - 1)) > 0, "no room after " + last);
      last = next;
    }
  }

  @Test
  void theyCarryTheTimeAndTheBitsOfAUuidOfVersion7() {
    for (int i = 0; i < 1_000; i++) {
      long before = now.addAndGet(i % 3);
      Ulid id = ids.next();
      UUID uuid = new UUID(id.high(), id.low());
      assertEquals(7, uuid.version());
      assertEquals(2, uuid.variant());
      assertEquals(before, id.millis());
    }
  }

  @Test
  void twoSourcesOfTheSameMillisecondDiffer() {
    assertTrue(ids.next().low() != new RandomIds(now::get).next().low());
  }

  @Test
  void underThreadsNoneIsGivenTwiceAndEachThreadSeesThemRise()
      throws InterruptedException, ExecutionException {
    List<Future<List<Ulid>>> taken = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int t = 0; t < 4; t++) {
        taken.add(threads.submit(this::take));
      }
    }
    Set<Ulid> all = new TreeSet<>();
    for (Future<List<Ulid>> one : taken) {
      assertEquals(one.get().stream().sorted().toList(), one.get());
      all.addAll(one.get());
    }
    assertEquals(4 * MANY, all.size());
  }

  private List<Ulid> take() {
    List<Ulid> taken = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      taken.add(ids.next());
    }
    return taken;
  }
}
