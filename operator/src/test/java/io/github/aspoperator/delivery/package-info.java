/** Who is handed what, in which order (protocol section 5, invariants 1 to 4). */
@NullMarked
package io.github.aspoperator.delivery;

import org.jspecify.annotations.NullMarked;
