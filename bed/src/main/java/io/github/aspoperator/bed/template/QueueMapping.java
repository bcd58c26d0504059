package io.github.aspoperator.bed.template;

/**
 * How a function is fed from a queue.
 *
 * @param functionId the function
 * @param queueArn the queue
 * @param batchSize most messages in a call
 * @param concurrency most calls under way at once
 * @param reportsFailures whether the function says which messages failed
 */
public record QueueMapping(
    String functionId, String queueArn, int batchSize, int concurrency, boolean reportsFailures) {}
