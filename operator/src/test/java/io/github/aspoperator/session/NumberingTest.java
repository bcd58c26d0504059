package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.SESSION;
import static io.github.aspoperator.session.Commands.BODY;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static io.github.aspoperator.session.Commands.send;
import static io.github.aspoperator.session.Commands.sendAndEnd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aspoperator.identity.Ulid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sequences, ids and times (section 1, invariant 5). */
final class NumberingTest {

  private static final Keyed KEYED = new Keyed(ANN, "k", new Fingerprint(1, 2));

  @Test
  void theFirstEventHasSequence1AndNoneIsLeftOut() {
    Story story = Story.of(sendAndEnd(ANN, BOB));
    assertEquals(List.of(1L, 2L, 3L), sequences(story));
    story.then(reopen(BOB));
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), sequences(story));
  }

  @Test
  void theFirstEventHasSequence1AlsoAfterACreateThatSaidNothing() {
    Story story = Story.of(open(ANN));
    assertEquals(0, story.state().sequence());
    assertEquals(List.of(1L), sequences(story.then(send(ANN))));
  }

  @Test
  void aCommitIsKeyedByItsFirstSequenceAndGenesisBy0() {
    Story story = Story.of(sendAndEnd(ANN, BOB)).then(reopen(BOB), send(BOB));
    assertEquals(List.of(0L, 4L, 6L), story.commits().stream().map(Commit::key).toList());
    assertEquals(List.of(3L, 5L, 6L), story.commits().stream().map(Commit::last).toList());
  }

  @Test
  void eventIdsCountOnFromTheCommandAndAMessageHasTheBitsOfItsEvent() {
    Commit commit = Story.of(sendAndEnd(ANN, BOB)).commits().getFirst();
    Ulid command = commit.command();
    assertEquals(
        List.of(command, command.plus(1), command.plus(2)),
        commit.events().stream().map(event -> event.id().ulid()).toList());
    assertEquals(command, commit.events().getFirst().messageId().ulid());
  }

  @Test
  void theTimeOfASessionNeverRunsBackwards() {
    Story story = Story.of(open(ANN, BOB)).after(5).then(join(BOB));
    story.after(-1_000).then(send(BOB)).after(999).then(send(ANN)).after(3).then(leave(BOB));
    assertEquals(
        List.of(0L, 5L, 5L, 5L, 7L),
        story.events().stream().map(event -> event.createdAt() - Story.START).toList());
  }

  @Test
  void everyEventOfACommitHasItsTimeAndSession() {
    for (Commit commit : Story.of(sendAndEnd(ANN, BOB)).after(9).then(reopen(BOB)).commits()) {
      for (SessionEvent event : commit.events()) {
        assertEquals(commit.at(), event.createdAt());
        assertEquals(SESSION, event.session());
      }
    }
  }

  @Test
  void theIdempotencyKeyOfACreateStaysOutOfItsInitialMessage() {
    Command.Create create =
        new Command.Create(
            ANN, List.of(), Optional.empty(), Optional.of(BODY), false, Optional.of(KEYED));
    Commit commit = Story.of(create).commits().getFirst();
    assertEquals(Optional.of(KEYED), commit.keyed());
    assertEquals(
        new Payload.Message(ANN, BODY, Optional.empty()), commit.events().getFirst().payload());
  }

  @Test
  void onlyAKeyOfTheBodyAppearsInTheMessage() {
    for (Optional<String> inBody : List.of(Optional.of("k"), Optional.<String>empty())) {
      Commit commit =
          Story.of(open(ANN))
              .then(new Command.Send(SESSION, ANN, BODY, inBody, Optional.of(KEYED)))
              .commits()
              .getLast();
      assertEquals(Optional.of(KEYED), commit.keyed());
      assertEquals(new Payload.Message(ANN, BODY, inBody), commit.events().getFirst().payload());
    }
  }

  @Test
  void aCommitThatDoesNotFollowIsNotFolded() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB));
    Commit last = story.commits().getLast();
    assertThrows(IllegalStateException.class, () -> Fold.apply(story.state(), last));
  }

  private static List<Long> sequences(Story story) {
    return story.events().stream().map(SessionEvent::sequence).toList();
  }
}
