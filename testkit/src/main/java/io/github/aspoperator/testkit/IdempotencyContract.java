package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Idempotency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * {@link Idempotency}.
 *
 * <p>Not asserted: whether a key is found before it is remembered; for how much longer than a day.
 */
public abstract class IdempotencyContract extends Contract {

  /** Keys that differ in what careless code would drop. */
  private static final List<String> ODD_KEYS =
      List.of("k", "K", " k", "k ", "k\u0000", "\ud800", "\ud801", "?", "\ufffd", "x".repeat(255));

  private Story begun() {
    return Story.begun(home().log(), ids, session(), 1_000);
  }

  @Test
  void aRememberedKeyFindsTheCommitThatAnsweredForIt() {
    Story story = begun();
    Commit first = story.tell(story.said("first", "key"));
    home().idempotency().remember(List.of(first));
    story.say("after it");
    assertEquals(Optional.of(first), home().idempotency().find(story.session, ANN, "key"));
  }

  @Test
  void aKeyIsFoundOnlyForItsSenderInItsSession() {
    Story story = begun();
    Commit first = story.tell(story.said("first", "key"));
    home().idempotency().remember(List.of(first));
    assertEquals(Optional.of(first), home().idempotency().find(story.session, ANN, "key"));
    assertEquals(Optional.empty(), home().idempotency().find(story.session, BOB, "key"));
    assertEquals(Optional.empty(), home().idempotency().find(session(), ANN, "key"));
    assertEquals(Optional.empty(), home().idempotency().find(story.session, ANN, "another"));
  }

  @Test
  void rememberingAgainChangesNothingAndCommitsWithoutAKeyArePassedOver() {
    Story story = begun();
    Commit first = story.tell(story.said("first", "key"));
    Commit plain = story.say("without a key");
    Commit second = story.tell(story.said("second", "other"));
    List<Commit> all = List.of(first, plain, second);
    home().idempotency().remember(all);
    home().idempotency().remember(all);
    home().idempotency().remember(List.of());
    assertEquals(Optional.of(first), home().idempotency().find(story.session, ANN, "key"));
    assertEquals(Optional.of(second), home().idempotency().find(story.session, ANN, "other"));
  }

  @Test
  void keysThatLookAlikeAreDifferentKeys() {
    Story story = begun();
    for (String key : ODD_KEYS) {
      story.tell(story.said("said with an odd key", key));
    }
    home().idempotency().remember(story.commits);
    for (int i = 0; i < ODD_KEYS.size(); i++) {
      Optional<Commit> found = home().idempotency().find(story.session, ANN, ODD_KEYS.get(i));
      assertEquals(Optional.of(story.commits.get(i + 1)), found, "key " + i);
    }
  }

  @Test
  void aRememberedKeyOutlivesTheProcess() {
    Story story = begun();
    Commit first = story.tell(story.said("first", "key"));
    home().idempotency().remember(List.of(first));
    restart();
    assertEquals(Optional.of(first), home().idempotency().find(story.session, ANN, "key"));
  }

  @Test
  void theFirstClaimStandsAndEveryCallIsToldOfIt() {
    SessionId first = session();
    assertEquals(first, home().idempotency().claim(ANN, "key", first));
    assertEquals(first, home().idempotency().claim(ANN, "key", session()));
    assertEquals(first, home().idempotency().claim(ANN, "key", first));
    assertEquals(Optional.of(first), home().idempotency().claimed(ANN, "key"));
  }

  @Test
  void aClaimIsTheCreatorsOwn() {
    SessionId anns = session();
    SessionId bobs = session();
    home().idempotency().claim(ANN, "key", anns);
    assertEquals(Optional.empty(), home().idempotency().claimed(BOB, "key"));
    assertEquals(Optional.empty(), home().idempotency().claimed(ANN, "another"));
    assertEquals(bobs, home().idempotency().claim(BOB, "key", bobs));
    assertEquals(Optional.of(anns), home().idempotency().claimed(ANN, "key"));
  }

  @Test
  void claimsOfKeysThatLookAlikeAreDifferentClaims() {
    Set<SessionId> claimed = new HashSet<>();
    for (String key : ODD_KEYS) {
      claimed.add(home().idempotency().claim(ANN, key, session()));
    }
    for (String key : ODD_KEYS) {
      claimed.remove(home().idempotency().claimed(ANN, key).orElseThrow());
    }
    assertEquals(Set.of(), claimed);
  }

  @Test
  void ofManyClaimsAtOnceOneStands() {
    for (int round = 0; round < 10; round++) {
      String key = "key " + round;
      List<SessionId> answers = Racing.all(_ -> home().idempotency().claim(ANN, key, session()));
      assertEquals(1, Set.copyOf(answers).size(), "sessions told of in round " + round);
      assertEquals(Optional.of(answers.getFirst()), home().idempotency().claimed(ANN, key));
    }
  }

  @Test
  void aClaimOutlivesTheProcess() {
    SessionId first = home().idempotency().claim(ANN, "key", session());
    restart();
    assertEquals(Optional.of(first), home().idempotency().claimed(ANN, "key"));
    assertEquals(first, home().idempotency().claim(ANN, "key", session()));
  }
}
