package io.github.aspoperator.bed.dynamo;

import java.net.URI;

/** An engine that somebody else runs. */
record GivenEngine(URI uri) implements Engine {}
