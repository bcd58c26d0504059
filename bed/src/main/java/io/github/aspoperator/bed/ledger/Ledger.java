package io.github.aspoperator.bed.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that happened since the start, or since it was last cleared. */
public final class Ledger {

  private final Queue<CallEntry> calls = new ConcurrentLinkedQueue<>();
  private final Queue<InvocationEntry> invocations = new ConcurrentLinkedQueue<>();

  /** Writes down a call to a service. */
  public void add(CallEntry call) {
    calls.add(call);
  }

  /** Writes down an invocation. */
  public void add(InvocationEntry invocation) {
    invocations.add(invocation);
  }

  /** The calls to services, in the order of their ends. */
  public List<CallEntry> calls() {
    return List.copyOf(calls);
  }

  /** The invocations, in the order of their ends. */
  public List<InvocationEntry> invocations() {
    return List.copyOf(invocations);
  }

  /** The calls of one operation. */
  public List<CallEntry> calls(String operation) {
    return calls.stream().filter(each -> each.operation().equals(operation)).toList();
  }

  /** The invocations of one function. */
  public List<InvocationEntry> invocations(String functionId) {
    return invocations.stream().filter(each -> each.functionId().equals(functionId)).toList();
  }

  /** Waits until no invocation has ended for {@code period}. */
  public void awaitQuiet(Duration period) throws InterruptedException {
    int before = -1;
    int now = invocations.size();
    while (before != now) {
      before = now;
      Thread.sleep(period);
      now = invocations.size();
    }
  }

  /** Forgets everything. */
  public void clear() {
    calls.clear();
    invocations.clear();
  }
}
