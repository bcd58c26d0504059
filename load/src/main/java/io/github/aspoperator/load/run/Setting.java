package io.github.aspoperator.load.run;

import io.github.aspoperator.load.setup.Agents;
import io.github.aspoperator.load.setup.Calls;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a run is told, whichever it is.
 *
 * @param settle how long to wait for what is still under way
 * @param progress takes a line every second
 */
public record Setting(
    Target target,
    MessageShape shape,
    Calls calls,
    Agents agents,
    Duration settle,
    Consumer<String> progress) {}
