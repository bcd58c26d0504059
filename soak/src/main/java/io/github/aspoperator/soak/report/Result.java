package io.github.aspoperator.soak.report;

import io.github.aspoperator.soak.fault.Faults;
import java.util.List;

/**
 * What came of the time at one home.
 *
 * @param home its name
 * @param minutes how long it was under load
 * @param acknowledged messages
 * @param received events, over all connections
 * @param repeated of these, how many had come to their agent before
 * @param longestOutage in milliseconds
 * @param faults what struck
 * @param violations what was wrong
 */
public record Result(
    String home,
    double minutes,
    long acknowledged,
    long received,
    long repeated,
    long longestOutage,
    Faults faults,
    List<String> violations) {}
