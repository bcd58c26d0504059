package io.github.aspoperator.stored;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Commit} as bytes. Session, key and command id are not in them: a home keeps those where
 * it can find by them. Ids, sequences and times of the events follow from these and are not written
 * either.
 */
public final class CommitCodec {

  private static final Format FORMAT = new Format("commit", 1);

  private CommitCodec() {}

  /**
   * The bytes of {@code commit}.
   *
   * @throws IllegalArgumentException when its events are not numbered as {@link Commit#of} numbers
   *     them, or a message inlined in an invitation is no earlier event of the same commit
   */
  public static byte[] encode(Commit commit) {
    Out out = new Out().number(commit.at() - commit.command().millis());
    out.flag(commit.genesis().isPresent());
    commit.genesis().ifPresent(genesis -> genesis(out, genesis));
    out.flag(commit.keyed().isPresent());
    commit.keyed().ifPresent(keyed -> keyed(out, keyed));
    out.count(commit.events().size());
    PayloadWriter payloads = new PayloadWriter(out, commit);
    for (int i = 0; i < commit.events().size(); i++) {
      SessionEvent event = commit.events().get(i);
      if (!event.equals(numbered(commit, i))) {
        throw new IllegalArgumentException(
            "event " + i + " of a commit is not numbered by its place");
      }
      payloads.write(event.payload(), i);
    }
    return FORMAT.seal(out);
  }

  /**
   * The commit that {@link #encode} made {@code bytes} of.
   *
   * @throws Unreadable when they are cut short, of another version or no commit
   */
  public static Commit decode(SessionId session, long key, Ulid command, byte[] bytes) {
    return FORMAT.open(bytes, in -> decode(session, key, command, in));
  }

  private static Commit decode(SessionId session, long key, Ulid command, In in) {
    long at = command.millis() + in.number();
    Optional<Commit.Genesis> genesis = in.flag() ? Optional.of(genesis(in)) : Optional.empty();
    Optional<Keyed> keyed = in.flag() ? Optional.of(keyed(in)) : Optional.empty();
    int count = in.length();
    List<SessionEvent> events = new ArrayList<>(count);
    PayloadReader payloads = new PayloadReader(in, keyed, events);
    for (int i = 0; i < count; i++) {
      Payload payload = payloads.read();
      events.add(Commit.event(session, key, command, at, i, payload));
    }
    return new Commit(session, key, command, at, genesis, keyed, events);
  }

  private static SessionEvent numbered(Commit commit, int i) {
    Payload payload = commit.events().get(i).payload();
    return Commit.event(commit.session(), commit.key(), commit.command(), commit.at(), i, payload);
  }

  private static void genesis(Out out, Commit.Genesis genesis) {
    out.handle(genesis.creator()).topic(genesis.topic()).number(genesis.epoch());
  }

  private static Commit.Genesis genesis(In in) {
    return new Commit.Genesis(in.handle(), in.topic(), in.number());
  }

  private static void keyed(Out out, Keyed keyed) {
    Fingerprint print = keyed.fingerprint();
    out.handle(keyed.sender()).text(keyed.key()).fixed(print.high()).fixed(print.low());
  }

  private static Keyed keyed(In in) {
    return new Keyed(in.handle(), in.text(), new Fingerprint(in.fixed(), in.fixed()));
  }
}
