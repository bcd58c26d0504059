/**
 * A tiny operator in memory that delivers rightly, or wrongly on request: what the load generator
 * is tried against.
 */
@NullMarked
package io.github.aspoperator.load.standin;

import org.jspecify.annotations.NullMarked;
