/** The operator itself on the bed, from the real template. */
@NullMarked
package io.github.aspoperator.bed.stack;

import org.jspecify.annotations.NullMarked;
