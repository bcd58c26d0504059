package io.github.aspoperator.stored;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Lifecycle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Members;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A {@link Roster} as bytes, without its session. Times of members are written as distances from
 * the creation.
 */
public final class RosterCodec {

  private static final Format FORMAT = new Format("roster", 1);

  private static final int INVITED = 1;
  private static final int JOINED = 2;
  private static final int AWAY = 3;
  private static final int LEFT = 4;

  private RosterCodec() {}

  /** The bytes of {@code roster}. */
  public static byte[] encode(Roster roster) {
    Out out = new Out().handle(roster.creator()).topic(roster.topic()).number(roster.createdAt());
    out.number(roster.through()).flag(roster.isActive());
    if (roster.lifecycle() instanceof Lifecycle.Ended ended) {
      out.number(ended.at())
          .number(ended.commit())
          .number(ended.sequence())
          .flag(ended.sendAndEnd());
    }
    out.count(roster.members().size());
    for (Member member : roster.members().all()) {
      member(out, member, roster.createdAt());
    }
    return FORMAT.seal(out);
  }

  /**
   * The roster that {@link #encode} made {@code bytes} of.
   *
   * @throws Unreadable when they are cut short, of another version or no roster
   */
  public static Roster decode(SessionId session, byte[] bytes) {
    return FORMAT.open(bytes, in -> decode(session, in));
  }

  private static Roster decode(SessionId session, In in) {
    var creator = in.handle();
    var topic = in.topic();
    long createdAt = in.number();
    long through = in.number();
    Lifecycle lifecycle =
        in.flag()
            ? new Lifecycle.Active()
            : new Lifecycle.Ended(in.number(), in.number(), in.number(), in.flag());
    int count = in.length();
    List<Member> members = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      members.add(member(in, i, createdAt));
    }
    return new Roster(session, creator, topic, createdAt, lifecycle, Members.of(members), through);
  }

  private static void member(Out out, Member member, long since) {
    out.handle(member.handle());
    switch (member.standing()) {
      case Standing.Invited _ -> out.tag(INVITED);
      case Standing.Joined joined -> out.tag(joined.away() ? AWAY : JOINED).number(joined.epoch());
      case Standing.Left left -> {
        out.tag(LEFT).number(left.at() - since).number(left.sequence());
        out.tag(PayloadWriter.departure(left.how()));
      }
    }
    out.flag(member.joinedAt().isPresent());
    member.joinedAt().ifPresent(at -> out.number(at - since));
    Stints.write(out, member.stint());
  }

  private static Member member(In in, int index, long since) {
    var handle = in.handle();
    Standing standing =
        switch (in.tag()) {
          case INVITED -> new Standing.Invited();
          case JOINED -> new Standing.Joined(in.number(), false);
          case AWAY -> new Standing.Joined(in.number(), true);
          case LEFT ->
              new Standing.Left(since + in.number(), in.number(), PayloadReader.departure(in));
          default -> throw in.senseless();
        };
    OptionalLong joinedAt = in.flag() ? OptionalLong.of(since + in.number()) : OptionalLong.empty();
    return new Member(index, handle, standing, joinedAt, Stints.read(in));
  }
}
