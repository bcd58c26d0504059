package io.github.aspoperator.aws.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message that failed comes again. */
final class RedeliveryTest {

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 1, 1", "2, 3, 6", "3, 18, 36", "4, 45, 90", "5, 45, 90", "9, 45, 90"})
  void thePauseGrowsWithEachFailureAndDiffersFromMessageToMessage(
      int receives, int least, int most) {
    Set<Integer> pauses = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      int pause = Redelivery.pauseSeconds(receives, "receipt " + i);
      assertTrue(pause >= least && pause <= most, receives + ": " + pause);
      pauses.add(pause);
    }
    assertEquals(most - least + 1, pauses.size());
  }

  @Test
  void aQueueIsFoundByItsArn() {
    Queues queues = new Queues("https://q/1/replay.fifo", "https://q/1/bell", "https://q/1/w", "g");
    assertEquals("https://q/1/bell", queues.urlOf("arn:aws:sqs:eu-central-1:1:bell"));
    assertEquals("https://q/1/replay.fifo", queues.urlOf("arn:aws:sqs:eu-central-1:1:replay.fifo"));
    assertThrows(
        IllegalArgumentException.class, () -> queues.urlOf("arn:aws:sqs:eu-central-1:1:ell"));
  }
}
