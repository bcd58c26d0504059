package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many writers at a {@link SessionLog} (invariants 5 and 6).
 *
 * <p>Not asserted: who wins, or that everybody wins once.
 */
public abstract class SessionLogRacesContract extends Contract {

  private static final int ALL = Integer.MAX_VALUE;
  private static final int ROUNDS = 10;

  private Story begun() {
    return Story.begun(home().log(), ids, session(), 1_000);
  }

  @Test
  void ofManyCommitsAtOneKeyExactlyOneIsDoneAndTheOthersAreToldOfIt() {
    Story story = begun();
    for (int round = 0; round < ROUNDS; round++) {
      ConcurrentMap<Commit, Appended> answers = new ConcurrentHashMap<>();
      List<Commit> commits = new ArrayList<>();
      for (int i = 0; i < Racing.CALLERS; i++) {
        commits.add(story.said("from " + i, Optional.empty()));
      }
      Racing.all(i -> answers.put(commits.get(i), home().log().append(commits.get(i))) == null);
      List<Commit> done =
          commits.stream().filter(c -> new Appended.Done().equals(answers.get(c))).toList();
      assertEquals(1, done.size(), "done in round " + round);
      Commit winner = done.getFirst();
      answers.remove(winner);
      answers.values().forEach(lost -> assertEquals(new Appended.Taken(winner), lost));
      story.told(winner);
    }
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void aCommitAppendedByManyAtOnceIsDoneForEachAndThereOnce() {
    Story story = begun();
    for (int round = 0; round < ROUNDS; round++) {
      Commit commit = story.said("the same", "key " + round);
      Racing.all(_ -> home().log().append(commit))
          .forEach(answer -> assertEquals(new Appended.Done(), answer));
      story.told(commit);
    }
    assertEquals(story.commits, home().log().read(story.session, -1, ALL));
  }

  @Test
  void ofManyGenesesOfOneSessionExactlyOneIsDone() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = session();
      Story story = new Story(home().log(), ids, session, 1_000);
      List<Appended> answers =
          Racing.all(_ ->
              home().log().append(story.creation(List.of(), Optional.empty(), Optional.empty())));
      assertEquals(1, answers.stream().filter(new Appended.Done()::equals).count());
      Commit there = home().log().read(session, -1, ALL).getFirst();
      answers.stream()
          .filter(answer -> !(answer instanceof Appended.Done))
          .forEach(lost -> assertEquals(new Appended.Taken(there), lost));
    }
  }

  @Test
  void manyWritersMakeOneDenseLogThatFoldsToTheState() {
    Story story = begun();
    int each = 10;
    Racing.all(caller -> {
      for (int i = 0; i < each; i++) {
        send(story.session, "from " + caller, Optional.empty());
      }
      return true;
    });
    List<Commit> commits = home().log().read(story.session, -1, ALL);
    assertEquals(
        LongStream.rangeClosed(1, (long) each * Racing.CALLERS).boxed().toList(),
        commits.stream()
            .flatMap(commit -> commit.events().stream())
            .map(SessionEvent::sequence)
            .toList());
    SessionState state = Fold.begin(commits.getFirst());
    for (Commit commit : commits.subList(1, commits.size())) {
      state = Fold.apply(state, commit);
    }
    assertEquals(Optional.of(state), home().log().state(story.session));
  }

  @Test
  void aKeyUsedByManyAtOnceMakesOneEventAndEachIsToldOfIt() {
    Story story = begun();
    for (int round = 0; round < ROUNDS; round++) {
      String key = "key " + round;
      List<Commit> answers =
          Racing.all(caller -> {
            String mine = caller % 3 == 0 ? key + " of " + caller : key;
            Commit commit = send(story.session, "from " + caller, Optional.of(Story.keyed(mine)));
            return commit.keyed().orElseThrow().key().equals(key)
                ? commit
                : story.commits.getFirst();
          });
      List<Commit> there =
          home().log().read(story.session, -1, ALL).stream()
              .filter(commit -> commit.keyed().map(Keyed::key).filter(key::equals).isPresent())
              .toList();
      assertEquals(1, there.size(), "commits with the key");
      answers.stream()
          .filter(commit -> commit.key() != 0)
          .forEach(commit -> assertEquals(there.getFirst(), commit));
    }
  }

  @Test
  void whatOneIsToldOfIsDurableAndReadByAll() {
    Story story = begun();
    for (int round = 0; round < ROUNDS; round++) {
      Racing.all(caller -> {
        Commit mine = message(state(story.session), "from " + caller, Optional.empty());
        Appended answer = home().log().append(mine);
        Commit told = answer instanceof Appended.Taken(Commit winner) ? winner : mine;
        List<Commit> read = home().log().read(story.session, told.key() - 1, ALL);
        assertTrue(read.contains(told), "what a caller was told of is there to read");
        return true;
      });
    }
  }

  /** Sends as the operator does: the commit that answers for it, its own or the key's first. */
  private Commit send(SessionId session, String text, Optional<Keyed> keyed) {
    while (true) {
      Commit commit = message(state(session), text, keyed);
      switch (home().log().append(commit)) {
        case Appended.Done _ -> {
          home().idempotency().remember(List.of(commit));
          return commit;
        }
        case Appended.Known(Commit first) -> {
          return first;
        }
        case Appended.Taken(Commit winner) -> {
          if (keyed.isPresent() && winner.keyed().filter(keyed.get()::sameKey).isPresent()) {
            return winner;
          }
        }
      }
    }
  }

  private SessionState state(SessionId session) {
    return home().log().state(session).orElseThrow();
  }

  private Commit message(SessionState state, String text, Optional<Keyed> keyed) {
    Body body = Story.body(text);
    Payload.Message message = new Payload.Message(ANN, body, Optional.empty());
    return Commit.of(
        state.id(),
        state.nextKey(),
        ids.next(),
        state.at(),
        Optional.empty(),
        keyed,
        List.of(message));
  }
}
