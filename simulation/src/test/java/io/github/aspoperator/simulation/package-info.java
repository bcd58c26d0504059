/**
 * The simulation is itself tested: against the contracts of the ports, and with planted mistakes.
 */
@NullMarked
package io.github.aspoperator.simulation;

import org.jspecify.annotations.NullMarked;
