package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.invite;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopenWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 256 participants ever in a session, beyond: SESSION_FULL, and nothing is written (section 4). */
final class FullSessionTest {

  private static final List<Handle> CROWD =
      IntStream.range(0, 260).mapToObj(i -> Handle.of("@crowd.a" + i)).toList();
  private static final Outcome FULL = Outcome.refused("SESSION_FULL");

  private Story story;

  @BeforeEach
  void with254() {
    story = Story.of(open(ANN));
    for (int from = 0; from < 253; from += 100) {
      story.then(
          invite(ANN, CROWD.subList(from, Math.min(from + 100, 253)).toArray(Handle[]::new)));
    }
    assertEquals(254, story.state().roster().members().size());
  }

  @Test
  void the256thIsInvitedAndThe257thIsNot() {
    assertEquals(2, story.outcome(invite(ANN, a(253), a(254))).events().size());
    SessionState full = story.state();
    assertEquals(FULL, story.outcome(invite(ANN, a(255))));
    assertSame(full, story.state());
  }

  @Test
  void aCallThatWouldGoBeyondInvitesNobody() {
    assertEquals(FULL, story.outcome(invite(ANN, a(253), a(254), a(255))));
  }

  @Test
  void whoeverLeftStillCountsAndMayComeBack() {
    story.then(invite(ANN, a(253), a(254)), join(a(0)), leave(a(0)));
    assertEquals(FULL, story.outcome(invite(ANN, a(0), a(255))));
    assertEquals(Outcome.ok("a0 invited by ann"), story.outcome(invite(ANN, a(0))));
  }

  @Test
  void theDeniedDoNotCount() {
    story.ties(ties -> ties.strangers(ANN, a(255)));
    assertEquals(2, story.outcome(invite(ANN, a(253), a(254), a(255))).events().size());
  }

  @Test
  void reopeningCountsLikewise() {
    story.then(end(ANN));
    assertEquals(FULL, story.outcome(reopenWith(ANN, a(253), a(254), a(255))));
    assertEquals(4, story.outcome(reopenWith(ANN, a(0), a(253), a(254))).events().size());
    assertEquals(256, story.state().roster().members().size());
  }

  private static Handle a(int i) {
    return CROWD.get(i);
  }
}
