/**
 * Fibers under a seeded scheduler and virtual time: one runs at a time, and nothing else decides.
 */
@NullMarked
package io.github.aspoperator.simulation.engine;

import org.jspecify.annotations.NullMarked;
