package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.lambda.Code;
import io.github.aspoperator.bed.ledger.CallEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableConnectionsTest {

  private static final String SEND = "SendMessageFunction";

  /**
   * The JDK gives a connection up after five seconds, if nobody tells it otherwise. It goes by the
   * clock of the function's process, and only time makes that go on.
   */
  private static final Duration LONGER_THAN_THE_JDK_WAITS = Duration.ofSeconds(6);

  @TempDir Path folder;

  @Test
  void aFunctionThatHadNothingToDoForAWhileStillHasItsConnectionToTheTables() throws Exception {
    BedOptions options =
        BedOptions.of(Path.of("../template.yaml"))
            .processes(SEND::equals, folder)
            .code(Code.ClassPath.own());
    try (Bed bed = Bed.start(options)) {
      BedAgent alice = bed.agent("@calm.alice");
      String session = alice.create(bed.agent("@calm.bob"));

      alice.say(session, "good morning");
      Thread.sleep(LONGER_THAN_THE_JDK_WAITS);
      alice.say(session, "good evening");

      Set<String> connections =
          bed.ledger().calls().stream()
              .filter(call -> call.functionId().equals(SEND))
              .map(CallEntry::connection)
              .collect(Collectors.toSet());
      assertEquals(1, connections.size());
    }
  }
}
