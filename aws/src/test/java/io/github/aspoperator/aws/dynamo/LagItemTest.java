package io.github.aspoperator.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What tables hold from before is read as well as it can be. */
final class LagItemTest {

  private static final Handle ANN = Handle.of("@lab.ann");
  private static final long MOVED = 1_790_000_041_007L;

  @Test
  void anItemFromBeforeThereWereHandoutsHasTheOneThatItsMarkAndMomentTellOf() {
    SessionId session = new SessionId(new Ulid(1, 1));
    Lag created = Lag.create(ANN, session, 1, new Mark(4, 2), new Ulid(1, 2), 7, Handouts.NONE);
    Map<String, AttributeValue> before = new HashMap<>(LagItem.of(created).attributes());
    before.remove("k");
    before.put("t", Item.number(MOVED));

    Lag found = LagItem.lag(ANN, Item.of(before));

    assertEquals(List.of(new Handouts.Handout(Mark.at(4), MOVED)), found.handouts().all());
    assertEquals(created.mark(), found.mark());
  }
}
