package io.github.aspoperator.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Decide;
import io.github.aspoperator.session.Decision;
import io.github.aspoperator.session.Facts;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.trust.Contacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A session that is told to a log, by the operator's own decisions, so that it could have happened.
 */
final class Story {

  static final Handle ANN = Handle.of("@acme.ann");
  static final Handle BOB = Handle.of("@acme.bob");
  static final Handle CAT = Handle.of("@widgets.cat");

  private static final Contacts EVERYBODY = new Contacts(Set.of(ANN, BOB, CAT), Set.of());

  final SessionId session;
  final List<Commit> commits = new ArrayList<>();

  private final SessionLog log;
  private final Ids ids;
  private long at;
  private Optional<SessionState> state = Optional.empty();

  /** Of a session that does not exist yet; its first commit is created at {@code at}. */
  Story(SessionLog log, Ids ids, SessionId session, long at) {
    this.log = log;
    this.ids = ids;
    this.session = session;
    this.at = at;
  }

  /** One that Ann created, and that nothing else has happened in. */
  static Story begun(SessionLog log, Ids ids, SessionId session, long at) {
    Story story = new Story(log, ids, session, at);
    story.tell(story.creation(List.of(), Optional.empty(), Optional.empty()));
    return story;
  }

  /** What would be written for a creation by Ann. */
  Commit creation(List<Handle> invite, Optional<Body> message, Optional<Keyed> keyed) {
    Command.Create create =
        new Command.Create(ANN, invite, Optional.of("a topic"), message, false, keyed);
    return commit(Decide.create(session, create, facts()));
  }

  /** What would be written for {@code command} now. */
  Commit decided(Command.Existing command) {
    return commit(Decide.on(state(), command, facts()));
  }

  /** What would be written for a message of Ann. */
  Commit said(String text, Optional<Keyed> keyed) {
    return decided(new Command.Send(session, ANN, body(text), Optional.empty(), keyed));
  }

  /** What would be written for a message of Ann with an idempotency key. */
  Commit said(String text, String key) {
    return said(text, Optional.of(keyed(key)));
  }

  /** The use of a key by Ann. */
  static Keyed keyed(String key) {
    return new Keyed(ANN, key, new Fingerprint(key.hashCode(), key.length()));
  }

  static Body body(String text) {
    return new Body(RawJson.of("\"" + text + "\""), Optional.empty());
  }

  /** Writes {@code commit}, which must be done. */
  Commit tell(Commit commit) {
    assertEquals(new Appended.Done(), log.append(commit), "appending at " + commit.key());
    return told(commit);
  }

  /** {@code commit} was written. */
  Commit told(Commit commit) {
    state = Optional.of(state.map(s -> Fold.apply(s, commit)).orElseGet(() -> Fold.begin(commit)));
    commits.add(commit);
    return commit;
  }

  /** Writes a message of Ann. */
  Commit say(String text) {
    return tell(said(text, Optional.empty()));
  }

  /** Carries out {@code command}. */
  Commit does(Command.Existing command) {
    return tell(decided(command));
  }

  /** Lets {@code millis} pass. */
  Story later(long millis) {
    at += millis;
    return this;
  }

  SessionState state() {
    return state.orElseThrow();
  }

  private Facts facts() {
    return new Facts(at, ids.next(), 3, EVERYBODY);
  }

  private static Commit commit(Decision decision) {
    return switch (decision) {
      case Decision.Append append -> append.commit();
      case Decision.Nothing _ -> throw new AssertionError("the story has nothing to say here");
      case Decision.Refuse refuse -> throw new AssertionError("the story was refused: " + refuse);
    };
  }
}
