/** The parts of AWS that the operator calls, as models: each call is a step, and may go wrong. */
@NullMarked
package io.github.aspoperator.simulation.part;

import org.jspecify.annotations.NullMarked;
