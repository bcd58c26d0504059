package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Optional;

/** Events as sentences that say what reaches the wire, and nothing of what is for the log only. */
public final class Said {

  private Said() {}

  public static List<String> of(Commit commit) {
    return commit.events().stream().map(Said::of).toList();
  }

  public static String of(SessionEvent event) {
    return switch (event.payload()) {
      case Payload.Invited(var invitee, var by, var topic, var initial) ->
          invitee.name()
              + " invited by "
              + by.name()
              + clause(" about ", topic)
              + clause(" with message ", initial.map(SessionEvent::sequence));
      case Payload.Joined joined -> joined.agent().name() + " joined";
      case Payload.Disconnected gone -> gone.agent().name() + " disconnected";
      case Payload.Reconnected back -> back.agent().name() + " reconnected";
      case Payload.Left(var agent, var how) -> agent.name() + " " + reason(how);
      case Payload.Message message -> "message of " + message.sender().name();
      case Payload.Ended ended -> "ended" + clause(" by ", ended.by().map(Handle::name));
      case Payload.Reopened reopened -> "reopened by " + reopened.by().name();
    };
  }

  private static String reason(Departure how) {
    return how == Departure.GRACE_EXPIRED ? "grace_expired" : "left";
  }

  private static String clause(String preposition, Optional<?> what) {
    return what.map(w -> preposition + w).orElse("");
  }
}
