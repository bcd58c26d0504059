package io.github.aspoperator.smallworld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the worlds are held to, held to the words of the protocol (section 5). */
final class TruthTest {

  private static final Act.Says MESSAGE = Act.message(Cast.PEER);
  private static final Act.Says INVITE = Act.invite(Cast.PEER, Cast.AGENT);
  private static final Act.Says JOIN = Act.join(Cast.AGENT);
  private static final Act.Says LEAVE = Act.leave(Cast.AGENT);

  @Test
  void anInviteeSeesItsInvitationAndNoContent() {
    assertEquals(List.of(3L), truth(MESSAGE, INVITE, MESSAGE).all());
  }

  @Test
  void whoeverJoinsSeesEverythingFromTheFirstOn() {
    assertEquals(List.of(1L, 2L, 3L, 4L), truth(MESSAGE, INVITE, JOIN).all());
  }

  @Test
  void whoeverLeavesSeesUpToItsOwnLeaving() {
    assertEquals(List.of(1L, 2L, 3L, 4L), truth(INVITE, JOIN, LEAVE, MESSAGE).all());
  }

  @Test
  void whoeverIsInvitedAgainSeesWhatItHadAndTheInvitation() {
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 6L), truth(INVITE, JOIN, LEAVE, MESSAGE, INVITE, MESSAGE).all());
  }

  @Test
  void whoeverIsReadmittedSeesTheEndTheReopeningAndTheInvitation() {
    Act.Says reopen = Act.reopen(Cast.PEER, Cast.AGENT);
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L, 6L),
        truth(INVITE, JOIN, Act.end(Cast.PEER), reopen, MESSAGE).all());
  }

  @Test
  void anInviteeSeesTheEnd() {
    assertEquals(List.of(2L, 3L), truth(INVITE, Act.end(Cast.PEER)).all());
  }

  @Test
  void becomingJoinedOpensARunOfAllThatWasNeverHandedOver() {
    Truth truth = truth(MESSAGE, INVITE, MESSAGE, JOIN, MESSAGE);
    assertTrue(truth.inOrder(List.of(3L, 1L, 2L, 4L, 5L, 6L)), "live, then joined");
    assertTrue(truth.inOrder(List.of(1L, 2L, 3L, 4L, 5L, 6L)), "joined before anything was handed");
    assertFalse(truth.inOrder(List.of(3L, 2L)), "a gap in the run");
    assertFalse(truth.inOrder(List.of(3L, 5L)), "the run does not come first");
    assertFalse(truth.inOrder(List.of(1L, 2L, 3L, 4L, 5L, 6L, 6L)), "twice");
    assertFalse(truth.inOrder(List.of(1L, 2L, 3L, 4L, 6L)), "a loss");
  }

  @Test
  void aSecondBecomingJoinedOpensASecondRun() {
    Truth truth = truth(INVITE, JOIN, LEAVE, MESSAGE, INVITE, JOIN);
    assertTrue(truth.inOrder(List.of(2L, 1L, 3L, 4L, 6L, 5L, 7L)), "the gap in the second run");
    assertTrue(truth.inOrder(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L)), "all of it at once");
    assertFalse(truth.inOrder(List.of(2L, 5L)), "the second run before the first");
  }

  /** What the agent may see of a session that the peer created with a message and {@code acts}. */
  private static Truth truth(Act.Says... acts) {
    Log log = Log.empty(Cast.session(0));
    log = log.with(Script.commit(log, Act.create(Cast.PEER), 0, World.START).orElseThrow());
    for (int i = 0; i < acts.length; i++) {
      log = log.with(Script.commit(log, acts[i], i + 1, World.START).orElseThrow());
    }
    return log.truth(Cast.AGENT);
  }
}
