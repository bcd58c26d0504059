package io.github.aspoperator.aws.dynamo;

/**
 * The names of the three tables (docs/table.md).
 *
 * @param log the commits, and nothing else, so that nothing else rings its stream
 * @param agents what owners say: agents, trust, credentials
 * @param delivery how far everything was handed over, who is connected, what is remembered for a
 *     while
 */
public record Tables(String log, String agents, String delivery) {}
