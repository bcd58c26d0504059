package io.github.aspoperator.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Size;
import io.github.aspoperator.simulation.play.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schedule is what its seed makes of it, every time. */
final class ScheduleTest {

  /** What the functions log of faults that are meant is of no use here. */
  @BeforeAll
  static void beQuiet() {
    LogManager.getLogManager().reset();
  }

  private static List<String> course(long seed, Size size) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Campaign.one(Schedule.of(seed, size, size.acts()), Trace.to(lines::add));
    return lines;
  }

  private static void assertRepeated(long seed, Size size) throws InterruptedException {
    List<String> first = course(seed, size);
    assertTrue(first.size() > 15, "it is a course at all");
    List<String> second = course(seed, size);
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i), second.get(i), "line " + i);
    }
    assertEquals(first.size(), second.size());
    assertNotEquals(first, course(seed + 1, size));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 11, 2_000_000_011L})
  void theSameSeedIsTheSameCourse(long seed) throws InterruptedException {
    assertRepeated(seed, Size.USUAL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 11, 2_000_000_011L})
  void theSameSeedIsTheSameSmallCourse(long seed) throws InterruptedException {
    assertRepeated(seed, Size.SMALL);
  }

  @Test
  void smallSchedulesHaveAboutFiftyStepsAreStruckAndViolateNothing() throws InterruptedException {
    Tally tally = new Tally();
    new Campaign(1, 4_000, Size.SMALL, Size.SMALL.acts(), 2, 1).run(tally, () -> true);
    assertEquals(List.of(), tally.bad().stream().map(Verdict::troubles).toList());
    assertEquals(50, tally.stepsPerSchedule(), 5, "steps of a schedule");
    long struck = tally.faults().values().stream().mapToLong(Long::longValue).sum();
    assertTrue(struck > tally.schedules() / 4, struck + " faults struck");
  }
}
