package io.github.aspoperator.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CommitCodecTest {

  private static final SessionId SESSION = new SessionId(new Ulid(1L << 56, 2));
  private static final Ulid COMMAND = new Ulid(1_800_000_000_000L << 16, 7);
  private static final Handle ANN = Handle.of("@acme.ann");
  private static final Handle BOB = Handle.of("@acme.bob");

  @Test
  void everyCommitComesBackAsItWas() {
    long seed = Arbitrary.seed();
    Commits commits = new Commits(new Arbitrary(seed));
    Set<Class<?>> kinds = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      Commit commit = commits.next();
      commit.events().forEach(event -> kinds.add(event.payload().getClass()));
      assertEquals(commit, again(commit), "seed " + seed + ", commit " + i);
    }
    assertEquals(Commits.KINDS, kinds.size(), "kinds of payload drawn");
  }

  @Test
  void bytesCutShortAnywhereAreNamedAndRefused() {
    long seed = Arbitrary.seed();
    Commits commits = new Commits(new Arbitrary(seed));
    for (int i = 0; i < 40; i++) {
      Commit commit = commits.next();
      byte[] bytes = CommitCodec.encode(commit);
      for (int length = 0; length < bytes.length; length += 1 + bytes.length / 200) {
        byte[] cut = Arrays.copyOf(bytes, length);
        Unreadable refused =
            assertThrows(
                Unreadable.class, () -> decode(commit, cut), "seed " + seed + ", commit " + i);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("stored commit: "));
      }
    }
  }

  @Test
  void bytesOfALaterVersionAreRefusedByNameAndNumber() {
    byte[] bytes = CommitCodec.encode(message("hi", Optional.empty()));
    bytes[0] = 9;
    Unreadable refused =
        assertThrows(Unreadable.class, () -> CommitCodec.decode(SESSION, 5, COMMAND, bytes));
    assertEquals(
        "stored commit: version 9, and this operator reads version 1 only", refused.getMessage());
  }

  @Test
  void bytesThatWereTamperedWithAreACommitOrRefusedAndNothingElse() {
    long seed = Arbitrary.seed();
    Arbitrary draw = new Arbitrary(seed);
    Commits commits = new Commits(draw);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      Commit commit = commits.next();
      byte[] bytes = CommitCodec.encode(commit);
      bytes[draw.below(Math.min(bytes.length, 64))] ^= (byte) (1 << draw.below(8));
      try {
        decode(commit, bytes);
      } catch (Unreadable e) {
        refused++;
      }
    }
    assertTrue(refused > 0, "seed " + seed);
  }

  @Test
  void bytesBehindTheEndAreRefused() {
    byte[] bytes = CommitCodec.encode(message("hi", Optional.empty()));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(Unreadable.class, () -> CommitCodec.decode(SESSION, 5, COMMAND, longer));
  }

  @Test
  void aMessageOf650CharactersTakesLittleMoreThanItsText() {
    Keyed keyed = new Keyed(ANN, "k".repeat(36), new Fingerprint(1, 2));
    byte[] bytes = CommitCodec.encode(message("x1 y2 ".repeat(108), Optional.of(keyed)));
    assertTrue(bytes.length < 750, bytes.length + " bytes");
  }

  @Test
  void aLongTextIsDeflated() {
    byte[] bytes =
        CommitCodec.encode(message("all work and no play ".repeat(100), Optional.empty()));
    assertTrue(bytes.length < 200, bytes.length + " bytes");
  }

  @Test
  void whatDeflatingWouldNotShortenIsKeptPlain() {
    byte[] noise = new byte[5_000];
    new java.util.Random(1).nextBytes(noise);
    Commit commit = message(RawJson.of(noise), Optional.empty());
    byte[] bytes = CommitCodec.encode(commit);
    assertTrue(bytes.length < noise.length + 40, bytes.length + " bytes");
    assertEquals(commit, again(commit));
  }

  @Test
  void theTopicAndTheInlinedMessageOfManyInvitationsAreStoredOnce() {
    List<Payload> payloads = new ArrayList<>();
    Optional<String> topic = Optional.of("t".repeat(300));
    Body body = new Body(RawJson.of("\"" + "m".repeat(300) + "\""), Optional.empty());
    payloads.add(new Payload.Message(ANN, body, Optional.empty()));
    SessionEvent first = Commit.event(SESSION, 0, COMMAND, 5, 0, payloads.getFirst());
    for (int i = 0; i < 4; i++) {
      Handle invitee = Handle.of("@acme.i" + i);
      payloads.add(new Payload.Invited(invitee, ANN, topic, Optional.of(first)));
    }
    Commit.Genesis genesis = new Commit.Genesis(ANN, topic, 0);
    Commit commit =
        Commit.of(SESSION, 0, COMMAND, 5, Optional.of(genesis), Optional.empty(), payloads);
    assertTrue(CommitCodec.encode(commit).length < 750);
    assertEquals(commit, again(commit));
  }

  @Test
  void aCommitWhoseEventsAreNotNumberedByTheirPlaceIsNeverWritten() {
    Commit good = message("hi", Optional.empty());
    SessionEvent event = good.events().getFirst();
    SessionEvent moved =
        new SessionEvent(SESSION, event.id(), event.sequence() + 1, good.at(), event.payload());
    Commit bad =
        new Commit(
            SESSION, 5, COMMAND, good.at(), Optional.empty(), Optional.empty(), List.of(moved));
    assertThrows(IllegalArgumentException.class, () -> CommitCodec.encode(bad));
  }

  @Test
  void anInvitationThatInlinesAMessageOfAnotherCommitIsNeverWritten() {
    SessionEvent other = message("hi", Optional.empty()).events().getFirst();
    Payload invited = new Payload.Invited(BOB, ANN, Optional.empty(), Optional.of(other));
    Commit bad =
        Commit.of(SESSION, 9, COMMAND, 5, Optional.empty(), Optional.empty(), List.of(invited));
    assertThrows(IllegalArgumentException.class, () -> CommitCodec.encode(bad));
  }

  private static Commit message(String text, Optional<Keyed> keyed) {
    return message(RawJson.of("\"" + text + "\""), keyed);
  }

  private static Commit message(RawJson content, Optional<Keyed> keyed) {
    Payload payload =
        new Payload.Message(ANN, new Body(content, Optional.empty()), keyed.map(Keyed::key));
    long at = COMMAND.millis() + 3;
    return Commit.of(SESSION, 5, COMMAND, at, Optional.empty(), keyed, List.of(payload));
  }

  private static Commit again(Commit commit) {
    return decode(commit, CommitCodec.encode(commit));
  }

  private static Commit decode(Commit like, byte[] bytes) {
    return CommitCodec.decode(like.session(), like.key(), like.command(), bytes);
  }
}
