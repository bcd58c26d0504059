package io.github.aspoperator.wire.reply;

import io.github.aspoperator.session.Lifecycle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.wire.json.JsonWriter;

/** A session as its participants see it (protocol sections 3 and 7). */
final class SessionCodec {

  private SessionCodec() {}

  static void write(JsonWriter out, Roster roster) {
    out.object().name("id").word(roster.session().text());
    out.name("state").word(roster.isActive() ? "active" : "ended");
    roster.topic().ifPresent(topic -> out.name("topic").string(topic));
    out.name("participants").array();
    roster.members().all().forEach(member -> participant(out, member));
    out.endArray().name("created_at").number(roster.createdAt());
    switch (roster.lifecycle()) {
      case Lifecycle.Active _ -> {}
      case Lifecycle.Ended ended -> out.name("ended_at").number(ended.at());
    }
    out.endObject();
  }

  /**
   * {@code joined_at} is the last join and stays; {@code left_at} is there only while it is left.
   */
  private static void participant(JsonWriter out, Member member) {
    out.object().name("handle").word(member.handle().text());
    out.name("status").word(status(member.standing()));
    member.joinedAt().ifPresent(at -> out.name("joined_at").number(at));
    if (member.standing() instanceof Standing.Left left) {
      out.name("left_at").number(left.at());
    }
    out.endObject();
  }

  private static String status(Standing standing) {
    return switch (standing) {
      case Standing.Invited _ -> "invited";
      case Standing.Joined _ -> "joined";
      case Standing.Left _ -> "left";
    };
  }
}
