package io.github.aspoperator.bed.ledger;

/**
 * A call that a function, or somebody else, made to a service.
 *
 * @param functionId the function; empty for anybody else
 * @param connection on which it came: the same name for the same connection
 * @param service as {@code DynamoDB}
 * @param operation as {@code PutItem}
 * @param status of the answer; 0 where the connection was cut
 * @param readUnits consumed read units, as the engine says
 * @param writeUnits consumed write units, as the engine says
 * @param sentBytes in the body of the request
 * @param nanos how long it took
 */
public record CallEntry(
    String functionId,
    String connection,
    String service,
    String operation,
    int status,
    double readUnits,
    double writeUnits,
    int sentBytes,
    long nanos) {}
