package io.github.aspoperator.conformance.play;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What is kept of a whole run, for the checks that judge all of it at its end. */
public final class Evidence {

  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

  /** An exchange. */
  void add(Exchange exchange) {
    exchanges.add(exchange);
  }

  /** What an agent heard in a check that is over. */
  public void add(Heard connections) {
    heard.add(connections);
  }

  /** Every exchange of every check. */
  public void exchanges(Consumer<Exchange> consumer) {
    exchanges.forEach(consumer);
  }

  /** What every agent heard and may read, check by check. */
  public void heard(Consumer<Heard> consumer) {
    heard.forEach(consumer);
  }
}
