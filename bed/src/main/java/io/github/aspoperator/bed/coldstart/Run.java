package io.github.aspoperator.bed.coldstart;

import java.time.Duration;

/**
 * One invocation that was measured.
 *
 * @param all from the event, or from the start of its process, to the answer
 * @param own of it, what the function did not wait for tables, queues and connections
 * @param processor time that its process used
 */
record Run(Duration all, Duration own, Duration processor) {}
