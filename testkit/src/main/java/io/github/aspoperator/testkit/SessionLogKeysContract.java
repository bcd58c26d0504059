package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionLog.Appended;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Idempotency keys at a {@link SessionLog} (invariant 6).
 *
 * <p>Not asserted: that a key is known before {@link io.github.aspoperator.session.Idempotency}
 * remembers it and the log has moved on; whether {@code Taken} or {@code Known} comes where both
 * are true; for how much longer than a day a key is known.
 */
public abstract class SessionLogKeysContract extends Contract {

  private static final int ALL = Integer.MAX_VALUE;

  private Story begun() {
    return Story.begun(home().log(), ids, session(), 1_000);
  }

  /** Writes a commit and has its key remembered, as a drain does. */
  private Commit remembered(Story story, Commit commit) {
    story.tell(commit);
    home().idempotency().remember(List.of(commit));
    return commit;
  }

  @Test
  void aKeyThatWasUsedIsKnownByTheCommitThatAnsweredForIt() {
    Story story = begun();
    Commit first = remembered(story, story.said("first", "key"));
    Commit again = story.said("again", "key");
    assertEquals(new Appended.Known(first), home().log().append(again));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void aKeyIsKnownAlsoWhenTheSessionHasMovedOn() {
    Story story = begun();
    Commit first = remembered(story, story.said("first", "key"));
    story.say("between");
    remembered(story, story.said("another", "other key"));
    assertEquals(new Appended.Known(first), home().log().append(story.said("again", "key")));
    story.say("and on");
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void aRefusedKeyLeavesTheLogAsItWas() {
    Story story = begun();
    Commit first = remembered(story, story.said("first", "key"));
    Commit again = story.said("again", "key");
    assertEquals(new Appended.Known(first), home().log().append(again));
    assertEquals(Optional.of(story.state()), home().log().state(story.session));
    Commit next = story.say("at the very place of the refused one");
    assertEquals(again.key(), next.key());
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void theSameKeyOfAnotherSenderOrInAnotherSessionIsAnotherKey() {
    Story story = begun();
    remembered(story, story.said("first", "key"));
    story.does(new Command.Invite(story.session, ANN, List.of(BOB)));
    story.does(new Command.Join(story.session, BOB));
    Keyed bobs = new Keyed(BOB, "key", new Fingerprint(1, 2));
    remembered(
        story,
        story.decided(
            new Command.Send(
                story.session, BOB, Story.body("mine"), Optional.empty(), Optional.of(bobs))));
    Story other = begun();
    remembered(other, other.said("elsewhere", "key"));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
    assertEquals(other.commits, home().log().read(other.session, -1, ALL));
  }

  @Test
  void theKeyOfACreateIsNoKeyOfItsSession() {
    Story story = new Story(home().log(), ids, session(), 1_000);
    remembered(story, story.creation(List.of(), Optional.empty(), Optional.of(Story.keyed("key"))));
    remembered(story, story.said("a message with the key of the create", "key"));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void theSameCommandWithAKeyAppendedAgainIsDone() {
    Story story = begun();
    Commit first = remembered(story, story.said("first", "key"));
    assertEquals(new Appended.Done(), home().log().append(first));
    story.say("after it");
    assertEquals(new Appended.Done(), home().log().append(first));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void aKeyIsKnownAfterTheProcessDied() {
    Story story = begun();
    Commit first = remembered(story, story.said("first", "key"));
    story.say("after it");
    restart();
    Commit again = story.said("again", "key");
    assertEquals(new Appended.Known(first), home().log().append(again));
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }
}
