/** Invariants 1 to 7 of docs/architecture.md under concurrency, seen from the wire. */
@NullMarked
package io.github.aspoperator.local.races;

import org.jspecify.annotations.NullMarked;
