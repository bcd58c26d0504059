package io.github.aspoperator.load.judge;

import java.util.List;

/**
 * What was wrong with the delivery.
 *
 * @param lost events that an agent never got, and accepted messages with something else in their
 *     place
 * @param repeated events that came again
 * @param outOfOrder events that came after one with a higher sequence
 * @param strays events of sessions the agent was not put in by this run
 */
public record Verdict(long lost, long repeated, long outOfOrder, List<Stray> strays) {

  /**
   * Events of one session at an agent that this run did not put there.
   *
   * @param ownSession whether the session was made by this run, so that the agent is certainly not
   *     in it
   */
  public record Stray(int agent, int session, boolean ownSession, long events) {}
}
