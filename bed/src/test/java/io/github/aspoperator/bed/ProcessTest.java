package io.github.aspoperator.bed;

import static io.github.aspoperator.bed.TestBed.get;
import static io.github.aspoperator.bed.TestBed.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.bed.lambda.Code;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions with processes of their own, in which Lambda's runtime client runs them. */
final class ProcessTest {

  @TempDir Path folder;
  private Bed bed;

  @BeforeEach
  void start() {
    Set<String> functions = Set.of("Echo", "Typed", "Trouble", "Put");
    bed =
        Bed.start(
            TestBed.options()
                .with(java.util.Map.of("Patience", "20"))
                .processes(functions::contains, folder)
                .code(Code.ClassPath.own()));
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private List<InvocationEntry> invocations(String function) {
    return bed.ledger().invocations(function);
  }

  @Test
  void aProcessAnswersAgainAndAgainAndOnlyItsFirstAnswerIsACold() throws Exception {
    for (int i = 0; i < 3; i++) {
      var response = post(bed, "/things/1", "{}");
      assertEquals(201, response.statusCode());
      assertEquals("echo", response.headers().firstValue("x-who").orElse(""));
    }
    assertEquals(
        List.of(true, false, false), invocations("Echo").stream().map(e -> e.cold()).toList());
    assertTrue(Files.readString(folder.resolve("Echo.log")).contains("echoed"));
  }

  @Test
  void aHandlerOfObjectsRunsInAProcessToo() throws Exception {
    assertEquals("GET /typed", get(bed, "/typed").body());
  }

  @Test
  void afterAnExceptionTheProcessGoesOn() throws Exception {
    assertEquals(500, get(bed, "/trouble/throw").statusCode());
    assertEquals(500, get(bed, "/trouble/throw").statusCode());
    assertFalse(invocations("Trouble").getLast().cold());
  }

  @Test
  void afterAKillTheNextEventStartsANewProcess() throws Exception {
    post(bed, "/things/1", "{}");
    bed.lambda().killAll("Echo");

    assertEquals(201, post(bed, "/things/1", "{}").statusCode());
    assertTrue(invocations("Echo").getLast().cold());
  }

  @Test
  void aProcessCanBeKilledBetweenTwoOfItsCalls() throws Exception {
    bed.services()
        .disturb((call, service) -> {
          var answer = service.answer(call);
          if (call.operation().equals("PutItem")) {
            throw bed.kill(call);
          }
          return answer;
        });
    assertEquals(500, post(bed, "/put", "a", "Content-Type", "text/plain").statusCode());
    TestBed.await("one call", () -> bed.ledger().calls("PutItem").size() == 1);
    assertEquals(0, bed.ledger().calls("SendMessage").size());

    bed.services().disturb((call, service) -> service.answer(call));
    assertEquals(204, post(bed, "/put", "a", "Content-Type", "text/plain").statusCode());
    assertEquals("Put", bed.ledger().calls("SendMessage").getFirst().functionId());
    assertEquals(1.0, bed.ledger().calls("PutItem").getLast().writeUnits());
  }
}
