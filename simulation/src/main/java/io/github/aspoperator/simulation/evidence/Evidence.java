package io.github.aspoperator.simulation.evidence;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import java.util.List;

/** All that is known of a run once it is over. */
public interface Evidence {

  /** Every session there is. */
  List<SessionId> sessions();

  /** The commits of a session, as they were put. */
  List<Commit> commits(SessionId session);

  /** Whoever may have heard of a session. */
  List<Handle> agents(SessionId session);

  /** Every connection there ever was of {@code agent}, in the order in which they began. */
  List<? extends Hearing> hearings(Handle agent);

  /**
   * Whether arrivals came in one order, over all connections. Clients that read several at once
   * know only the order on each.
   */
  boolean isOrdered();

  /** Whether nothing went wrong. */
  boolean isCalm();

  /** What was asked and answered. */
  History history();

  /** The windows of presence. */
  Windows windows();

  /** Notes what is wrong. */
  void found(String what);
}
