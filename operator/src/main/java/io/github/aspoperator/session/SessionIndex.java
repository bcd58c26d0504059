package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Port: the sessions of an agent. Written by the drain before the head, read strongly by block,
 * presence and the stretch: whoever writes beside it looks again afterwards.
 */
public interface SessionIndex {

  /**
   * Notes that {@code entry.agent()} takes or took part, unless a note from a later sequence is
   * there already.
   */
  void put(Entry entry);

  /**
   * Sessions of {@code agent}, newest id first, strictly older than {@code before} when given, at
   * most {@code limit}.
   *
   * @param currentOnly only those in which it is joined or invited and that are active
   */
  List<SessionId> page(Handle agent, Optional<SessionId> before, int limit, boolean currentOnly);

  /**
   * One note.
   *
   * @param agent who
   * @param session where
   * @param sequence the event that made it so
   * @param current whether the agent is joined or invited there and the session active
   */
  record Entry(Handle agent, SessionId session, long sequence, boolean current) {}
}
