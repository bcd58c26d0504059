/** What must hold of everything that happened: the invariants, judged from the protocol's words. */
@NullMarked
package io.github.aspoperator.simulation.check;

import org.jspecify.annotations.NullMarked;
