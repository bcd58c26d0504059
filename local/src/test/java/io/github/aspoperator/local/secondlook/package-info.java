/**
 * The pairs of docs/architecture.md, "The second writer looks again": each interleaved both ways,
 * on the real store, with every step where it is in production.
 */
@NullMarked
package io.github.aspoperator.local.secondlook;

import org.jspecify.annotations.NullMarked;
