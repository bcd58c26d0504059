package io.github.aspoperator.testkit.model;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.session.SessionState;

/**
 * A running operator that is judged from outside, and waited for from inside.
 *
 * @param url where it listens
 * @param adminToken the operator's token
 * @param ports its adapters, to look behind the wire
 * @param tellsWhy whether the transport tells a client why the operator closed it; a gateway that
 *     closes with 1000 in any case does not
 */
public record Subject(String url, String adminToken, Ports ports, boolean tellsWhy) {

  /**
   * Waits until all that the log of {@code session} holds was handed over or noted as owed, and the
   * index says who is in it.
   */
  public void awaitDrained(String session) {
    SessionId id = SessionId.parse(session).orElseThrow();
    Wait.until(
        () ->
            ports.heads().read(id).sequence()
                == ports.log().state(id).map(SessionState::sequence).orElse(-1L),
        () -> session + " is not drained");
  }

  /** Waits until every connection of {@code agent} gets what all get. */
  public void awaitReady(String agent) {
    Handle handle = Handle.parse(agent).orElseThrow();
    Wait.until(() -> ports.presences().read(handle).allReady(), () -> agent + " is not ready");
  }

  /** Waits until that many connections of {@code agent} are recorded. */
  public void awaitConnections(String agent, int count) {
    Handle handle = Handle.parse(agent).orElseThrow();
    Wait.until(
        () -> ports.presences().read(handle).connections().size() == count,
        () -> agent + " has not " + count + " connections");
  }

  /** Waits until everybody who may can read event {@code sequence} of {@code session}. */
  public void awaitLogged(String session, long sequence) {
    SessionId id = SessionId.parse(session).orElseThrow();
    Wait.until(
        () -> !ports.log().read(id, sequence - 1, 1).isEmpty(),
        () -> session + " never has event " + sequence);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Subject[" + url + "]";
  }
}
