package io.github.aspoperator.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Lifecycle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Members;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rosters, presences and jobs come back as they were, or are refused by the name of their format.
 */
final class OtherCodecsTest {

  private static final int ROUNDS = 1_000;

  private final long seed = Arbitrary.seed();
  private final Arbitrary draw = new Arbitrary(seed);

  @Test
  void everyRosterComesBackAsItWas() {
    for (int i = 0; i < ROUNDS; i++) {
      Roster roster = roster(draw.below(20) == 0 ? Members.MAX : draw.below(6));
      SessionId session = roster.session();
      byte[] bytes = RosterCodec.encode(roster);
      assertEquals(roster, RosterCodec.decode(session, bytes), "seed " + seed);
      refusedWhenCut("roster", bytes, cut -> RosterCodec.decode(session, cut));
    }
  }

  @Test
  void everyPresenceComesBackAsItWas() {
    for (int i = 0; i < ROUNDS; i++) {
      Presence presence = presence();
      byte[] bytes = PresenceCodec.encode(presence);
      assertEquals(presence, PresenceCodec.decode(bytes), "seed " + seed);
      refusedWhenCut("presence", bytes, PresenceCodec::decode);
    }
  }

  @Test
  void aPresenceOfTheVersionBeforeIsRead() {
    Presence online =
        Presence.NEVER.connect(new ConnectionId("one"), 5, new TokenHash("00".repeat(32)));
    byte[] now = PresenceCodec.encode(online);
    // without what was told last, and the last unclean end, which stand behind six short ones
    byte[] before = new byte[now.length - 2];
    System.arraycopy(now, 0, before, 0, 8);
    System.arraycopy(now, 10, before, 8, now.length - 10);
    before[0] = 2;
    assertEquals(online, PresenceCodec.decode(before));
  }

  @Test
  void allHandoutsComeBackAsTheyWere() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Handouts.Handout> all = new ArrayList<>();
      for (int left = draw.below(4); left > 0; left--) {
        Mark from = new Mark(draw.below(1 << 30), draw.below(3));
        all.add(new Handouts.Handout(from, 1_800_000_000_000L + draw.below(1 << 30)));
      }
      Handouts handouts = new Handouts(all);
      String text = HandoutsCodec.encode(handouts);
      assertEquals(handouts, HandoutsCodec.decode(text), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4,0", "4,0,x", "4,0,1,2", "4,0,1;", ";", "4,,1"})
  void whatIsNoHandoutsIsRefusedByTheirName(String text) {
    Unreadable refused = assertThrows(Unreadable.class, () -> HandoutsCodec.decode(text));
    assertTrue(refused.toString().contains("handouts"), refused::toString);
  }

  @Test
  void everyJobComesBackAsItWas() {
    Set<Class<?>> kinds = new HashSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      Job job = job(draw.below(10));
      kinds.add(job.getClass());
      byte[] bytes = JobCodec.encode(job);
      assertEquals(job, JobCodec.decode(bytes), "seed " + seed);
      refusedWhenCut("job", bytes, JobCodec::decode);
    }
    assertEquals(Set.of(Job.class.getPermittedSubclasses()), kinds);
  }

  private <T> void refusedWhenCut(String name, byte[] bytes, Function<byte[], T> decode) {
    byte[] cut = Arrays.copyOf(bytes, draw.below(bytes.length));
    Unreadable refused = assertThrows(Unreadable.class, () -> decode.apply(cut), "seed " + seed);
    assertTrue(String.valueOf(refused.getMessage()).startsWith("stored " + name + ": "));
    byte[] later = bytes.clone();
    later[0]++;
    assertThrows(Unreadable.class, () -> decode.apply(later));
  }

  private Roster roster(int others) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i <= Math.min(others, Members.MAX - 1); i++) {
      OptionalLong joinedAt = draw.coin() ? OptionalLong.of(draw.number()) : OptionalLong.empty();
      Handle handle = Handle.of("@acme.m" + i);
      members.add(new Member(i, handle, standing(), joinedAt, draw.stint()));
    }
    return new Roster(
        draw.session(),
        members.getFirst().handle(),
        draw.maybe(draw::text),
        draw.number(),
        draw.coin()
            ? new Lifecycle.Active()
            : new Lifecycle.Ended(draw.number(), draw.number(), draw.number(), draw.coin()),
        Members.of(members),
        draw.number());
  }

  private Standing standing() {
    return switch (draw.below(3)) {
      case 0 -> new Standing.Invited();
      case 1 -> new Standing.Joined(draw.number(), draw.coin());
      default -> new Standing.Left(draw.number(), draw.number(), draw.departure());
    };
  }

  private Presence presence() {
    List<Connection> connections =
        draw.some(
            6, () -> new Connection(draw.connection(), draw.number(), moment(), draw.token()));
    return new Presence(
        connections,
        draw.number(),
        draw.maybe(draw::drop),
        draw.coin(),
        moment(),
        draw.maybe(
            () -> new Presence.Told(new ConnectionId(draw.text()), draw.number(), draw.number())),
        draw.number(),
        draw.number(),
        draw.number());
  }

  private OptionalLong moment() {
    return draw.coin() ? OptionalLong.of(draw.number()) : OptionalLong.empty();
  }

  private Job job(int kind) {
    Optional<SessionId> before = draw.maybe(draw::session);
    return switch (kind) {
      case 0 -> new Job.Replay(draw.handle());
      case 1 -> new Job.Attend(draw.handle(), draw.maybe(draw::drop), before);
      case 2 -> new Job.AttendOne(draw.handle(), draw.session());
      case 3 -> new Job.GraceOver(draw.handle(), draw.drop());
      case 4 -> new Job.ForceLeave(draw.session(), draw.handle(), draw.handle());
      case 5 -> new Job.Withdraw(draw.session(), draw.handle());
      case 6 -> new Job.WithdrawAll(draw.handle(), before);
      case 7 -> new Job.EnforceBlock(draw.handle(), draw.handle(), before);
      case 8 -> new Job.Drop(draw.handle(), draw.connection());
      default -> new Job.Drain(draw.session());
    };
  }
}
