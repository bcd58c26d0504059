package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;

/**
 * Who may see which event: one function of the log, used by live delivery, replay and GET alike
 * (protocol section 5, invariant 4). Let h be the last event the agent saw as joined: everything up
 * to h is visible, and after h only what {@link #concerns} it.
 */
public final class Eligibility {

  private Eligibility() {}

  /**
   * Whether {@code agent}, whose last event seen as joined is {@code seen}, may see {@code event}.
   */
  public static boolean visible(Handle agent, long seen, SessionEvent event) {
    return event.sequence() <= seen || concerns(agent, event.payload());
  }

  /**
   * Whether an event is for {@code agent} although it was not joined then: its own invitation, a
   * reopening that readmits it, the end while it was invited, its own leaving.
   */
  static boolean concerns(Handle agent, Payload payload) {
    return switch (payload) {
      case Payload.Invited invited -> invited.invitee().equals(agent);
      case Payload.Reopened reopened -> reopened.readmitted().contains(agent);
      case Payload.Ended ended -> ended.invitees().contains(agent);
      case Payload.Left left -> left.agent().equals(agent);
      case Payload.Joined _, Payload.Disconnected _, Payload.Reconnected _, Payload.Message _ ->
          false;
    };
  }
}
