package io.github.aspoperator.bed.ledger;

import java.time.Duration;

/**
 * An invocation of a function.
 *
 * @param functionId the function
 * @param instance which of its instances
 * @param cold whether it was the first of that instance
 * @param answered whether it was answered, and not failed, ended or killed
 * @param duration from the event to the answer; for a cold one from the start of the instance
 * @param processorTime what its process used for it, in steps of 10 ms; none for one that runs here
 * @param logBytes what the instance wrote meanwhile; 0 for one that runs in this process
 */
public record InvocationEntry(
    String functionId,
    String instance,
    boolean cold,
    boolean answered,
    Duration duration,
    Duration processorTime,
    long logBytes) {}
