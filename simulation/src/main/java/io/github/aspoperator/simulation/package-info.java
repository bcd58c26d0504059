/** Runs the operator through schedules that are drawn from seeds, and judges each. */
@NullMarked
package io.github.aspoperator.simulation;

import org.jspecify.annotations.NullMarked;
