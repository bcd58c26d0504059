package io.github.aspoperator.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schedule is what its seed makes of it, every time. */
final class ScheduleTest {

  private static List<String> course(long seed) throws InterruptedException {
    LogManager.getLogManager().reset();
    List<String> lines = new ArrayList<>();
    Campaign.one(Schedule.of(seed, 12), Trace.to(lines::add));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 11, 2_000_000_011L})
  void theSameSeedIsTheSameCourse(long seed) throws InterruptedException {
    List<String> first = course(seed);
    assertTrue(first.size() > 50, "it is a course at all");
    List<String> second = course(seed);
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i), second.get(i), "line " + i);
    }
    assertEquals(first.size(), second.size());
    assertNotEquals(first, course(seed + 1));
  }
}
