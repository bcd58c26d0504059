package io.github.aspoperator.local.crash;

import io.github.aspoperator.local.client.Contractual;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Ear;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One of the connections of a {@link Seat}.
 *
 * @param ear the connection
 * @param url of the process it leads to: each one listens elsewhere
 * @param from when it was open
 * @param until when its end was noticed
 */
record Visit(Ear ear, String url, Instant from, CompletableFuture<Instant> until) {

  /** Connects {@code agent} to the process that runs now. */
  static Visit of(TestAgent agent) {
    String url = agent.url();
    Ear ear = Ear.open(url, agent.token(), Contractual::checkFrame);
    return new Visit(ear, url, Instant.now(), ear.whenClosed().thenApply(_ -> Instant.now()));
  }

  /** Whether it leads to the process at {@code now}, and is open. */
  boolean isTo(String now) {
    return url.equals(now) && !until.isDone();
  }

  @Override
  public String toString() {
    String end = until.isDone() ? until.join().toString() : "now";
    return url + " from " + from + " to " + end + ": " + ear.frames().size() + " frames, " + ear;
  }
}
