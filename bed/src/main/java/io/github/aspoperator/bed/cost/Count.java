package io.github.aspoperator.bed.cost;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.ledger.CallEntry;
import java.util.List;

/**
 * What one operation used, everything that followed from it included.
 *
 * @param requests over HTTP
 * @param frames that API Gateway charges besides pushes
 * @param pushes to connections
 * @param pushedBytes in them
 * @param readUnits of DynamoDB
 * @param writeUnits of DynamoDB
 * @param invocations of functions
 * @param standardMessages sent to queues without order
 * @param fifoMessages sent to queues with order
 * @param tableCalls round trips to DynamoDB by the function that answers, before the answer
 */
record Count(
    double requests,
    double frames,
    double pushes,
    double pushedBytes,
    double readUnits,
    double writeUnits,
    double invocations,
    double standardMessages,
    double fifoMessages,
    double tableCalls) {

  /** What the ledger of {@code bed} has, divided by how often the operation was made. */
  static Count of(Bed bed, int times, int requests, int frames, String answering) {
    List<CallEntry> calls =
        bed.ledger().calls().stream().filter(call -> !call.functionId().isEmpty()).toList();
    List<CallEntry> pushes =
        calls.stream().filter(call -> call.operation().equals("PostToConnection")).toList();
    List<CallEntry> sends =
        calls.stream().filter(call -> call.operation().equals("SendMessage")).toList();
    double n = times;
    long fifo =
        bed.ledger().invocations().stream()
            .filter(invocation -> invocation.functionId().startsWith("ReplayQueue"))
            .count();
    return new Count(
        requests / n,
        frames / n,
        pushes.size() / n,
        pushes.stream().mapToLong(CallEntry::sentBytes).sum() / n,
        calls.stream().mapToDouble(CallEntry::readUnits).sum() / n,
        calls.stream().mapToDouble(CallEntry::writeUnits).sum() / n,
        bed.ledger().invocations().size() / n,
        Math.max(0, sends.size() - fifo) / n,
        Math.min(sends.size(), fifo) / n,
        calls.stream()
                .filter(call -> call.service().equals("DynamoDB"))
                .filter(call -> call.functionId().equals(answering))
                .count()
            / n);
  }
}
