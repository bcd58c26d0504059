/** What is judged: what truly happened, and what agents were told and got of it. */
@NullMarked
package io.github.aspoperator.simulation.evidence;

import org.jspecify.annotations.NullMarked;
