package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Property;
import io.github.aspoperator.session.Stint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log leads back from an agent's last stint through every one before it. */
final class ChainPropertyTest {

  @Test
  void theChainHoldsEveryStintFromItsBeginningToTheLastEventSeenAsJoined() {
    Property.holds(
        1_000,
        history -> {
          for (Member member : history.state().roster().members().all()) {
            Sight sight = Sight.of(member.handle(), history.commits());
            assertEquals(sight.stints(), chain(member, 0, history));
            for (int i = 1; i < sight.stints().size(); i++) {
              long mark = sight.stints().get(i).from();
              List<Stint> rest = sight.stints().subList(i, sight.stints().size());
              assertEquals(rest, chain(member, mark, history));
            }
          }
        });
  }

  private static List<Stint> chain(Member member, long mark, History history) {
    return Walker.complete(Stints.of(member.stint()), mark, history).rising();
  }
}
