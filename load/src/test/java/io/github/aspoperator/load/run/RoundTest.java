package io.github.aspoperator.load.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoundTest {
  @Test
  void everySessionGetsItsMessagesFromOneSenderAndThenAllStop() {
    Round round = new Round(List.of(5, 6, 7), 2);
    Course one = round.course();
    Course other = round.course();
    assertEquals(5, one.next());
    assertEquals(6, other.next());
    assertEquals(List.of(5, 7, 7, Course.STOP, Course.STOP), taken(one, 5));
    assertEquals(List.of(6, Course.STOP), taken(other, 2));
  }

  private static List<Integer> taken(Course course, int count) {
    return IntStream.range(0, count).map(i -> course.next()).boxed().toList();
  }
}
