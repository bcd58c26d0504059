package io.github.aspoperator.bed;

import static io.github.aspoperator.bed.TestBed.get;
import static io.github.aspoperator.bed.TestBed.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.lambda.Outcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tests of the operator may do to a running stack. */
final class FaultsTest {

  private Bed bed;

  @BeforeEach
  void start() {
    bed = Bed.start(TestBed.options());
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private int put() throws Exception {
    return post(bed, "/put", "a", "Content-Type", "text/plain").statusCode();
  }

  @Test
  void anInstanceInThisProcessThatIsKilledHasNoMoreEffect() throws Exception {
    AtomicInteger puts = new AtomicInteger();
    bed.services()
        .disturb((call, service) -> {
          if (call.operation().equals("PutItem") && puts.incrementAndGet() == 2) {
            throw bed.kill(call);
          }
          return service.answer(call);
        });
    assertEquals(500, put());
    assertEquals(0, bed.ledger().calls("SendMessage").size());
    assertEquals(204, put());
  }

  @Test
  void aTableCanBeThrottled() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    bed.services()
        .disturb((call, service) ->
            call.operation().equals("PutItem") && refused.incrementAndGet() <= 2
                ? ServiceAnswer.failure(400, "ProvisionedThroughputExceededException", "slow down")
                : service.answer(call));
    assertEquals(204, put());
    assertEquals(4, bed.ledger().calls("PutItem").size());
  }

  @Test
  void anInvocationCanBeRepeatedLostOrFailed() throws Exception {
    bed.lambda()
        .disturb((_, event, function) -> {
          Outcome first = function.invoke(event);
          assertInstanceOf(Outcome.Answer.class, first);
          return function.invoke(event);
        });
    assertEquals(201, get(bed, "/anything").statusCode());
    assertEquals(2, bed.ledger().invocations("Echo").size());

    bed.lambda().disturb((_, _, _) -> new Outcome.Died());
    assertEquals(500, get(bed, "/anything").statusCode());
  }

  @Test
  void anInvocationThatTakesTooLongIsEndedAndItsInstanceWithIt() throws Exception {
    assertEquals(500, get(bed, "/trouble/hang").statusCode());
    assertEquals(500, get(bed, "/trouble/throw").statusCode());

    var invocations = bed.ledger().invocations("Trouble");
    assertNotEquals(invocations.getFirst().instance(), invocations.getLast().instance());
  }

  @Test
  void whatTheRoleOfAFunctionDoesNotAllowIsRefused() throws Exception {
    bed.close();
    bed = Bed.start(TestBed.options().with(Map.of("Edge", "off")));

    assertEquals(500, put());
    assertEquals(200, bed.ledger().calls("PutItem").getLast().status());
    assertEquals(400, bed.ledger().calls("SendMessage").getFirst().status());
  }
}
