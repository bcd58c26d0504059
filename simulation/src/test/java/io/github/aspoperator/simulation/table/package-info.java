/** The modelled tables are held to what the real ones are held to. */
@NullMarked
package io.github.aspoperator.simulation.table;

import org.jspecify.annotations.NullMarked;
