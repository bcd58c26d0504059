/** What each operation costs: counted on the bed, priced by a list. */
@NullMarked
package io.github.aspoperator.bed.cost;

import org.jspecify.annotations.NullMarked;
