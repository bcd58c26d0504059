/** Who sees which event and how each gets it: eligibility, drain, replay (protocol section 5). */
@NullMarked
package io.github.aspoperator.delivery;

import org.jspecify.annotations.NullMarked;
