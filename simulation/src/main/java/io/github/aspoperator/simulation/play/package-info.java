/** The world: functions on modelled parts, agents that use them, and what may go wrong between. */
@NullMarked
package io.github.aspoperator.simulation.play;

import org.jspecify.annotations.NullMarked;
