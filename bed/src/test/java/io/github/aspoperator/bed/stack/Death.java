package io.github.aspoperator.bed.stack;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.endpoint.Service;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.endpoint.ServiceCall;
import io.github.aspoperator.bed.endpoint.ServiceFault;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills, once, whichever instance of a function makes the call of that number. */
final class Death implements ServiceFault {

  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");

  private final Bed bed;
  private final String functionId;
  private final Moment moment;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile String operation = "";

  Death(Bed bed, String functionId, Moment moment) {
    this.bed = bed;
    this.functionId = functionId;
    this.moment = moment;
  }

  /**
   * When it dies.
   *
   * @param call the number of the call, from 0
   * @param done whether the call took effect, and only its answer was lost
   */
  record Moment(int call, boolean done) {
    static final Moment FIRST = new Moment(0, false);
  }

  /** The moment after this one. That a read took effect makes no difference to anybody. */
  Moment next() {
    boolean again = !moment.done() && !READS.contains(operation);
    return again ? new Moment(moment.call(), true) : new Moment(moment.call() + 1, false);
  }

  /** Whether the function came to that call. */
  boolean came() {
    return calls.get() > moment.call();
  }

  @Override
  public ServiceAnswer around(ServiceCall call, Service service)
      throws IOException, InterruptedException {
    boolean its =
        bed.lambda().functionOf(call.caller()).equals(functionId)
            && calls.getAndIncrement() == moment.call();
    if (!its) {
      return service.answer(call);
    }
    operation = call.operation();
    if (moment.done()) {
      service.answer(call);
    }
    throw bed.kill(call);
  }
}
