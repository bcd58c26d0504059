package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.session.SessionEvent;
import java.util.List;

/** Port: connections as the transport knows them. */
public interface Pusher {

  /**
   * Posts one event to each connection, at the same time, and awaits each. Outcomes come in the
   * order of {@code to}.
   */
  List<Outcome> push(SessionEvent event, List<ConnectionId> to, Pace pace);

  /** Closes a connection that may still be open; closing one that is gone does nothing. */
  void close(ConnectionId connection, CloseReason reason);

  /** How long a connection that is behind may keep the caller. */
  enum Pace {
    /** Others wait for the caller: a connection that cannot take more at once is stuck. */
    LIVE,
    /** Nobody waits: as long as the connection takes something now and then, it is waited for. */
    REPLAY
  }

  /** What came of one post. */
  enum Outcome {
    /** The transport took it for a connection that is open. */
    SENT,
    /** The transport does not know the connection: not any more, or, when it is young, not yet. */
    GONE,
    /** No answer in time, or the connection takes no more. */
    STUCK,
    /** The transport itself could not take it now: no fault of the connection. */
    BUSY
  }

  /** Why the operator closes a connection. */
  enum CloseReason {
    /** It did not take what was posted. */
    TOO_SLOW,
    /** Its token was rotated or removed. */
    CREDENTIALS_REVOKED,
    /** The operator stops. */
    GOING_AWAY
  }
}
