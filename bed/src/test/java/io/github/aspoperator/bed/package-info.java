/** The bed, tried with trivial handlers. */
@NullMarked
package io.github.aspoperator.bed;

import org.jspecify.annotations.NullMarked;
