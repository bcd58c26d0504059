/** Runs functions as Lambda does: in this process, or as processes of their own. */
@NullMarked
package io.github.aspoperator.bed.lambda;

import org.jspecify.annotations.NullMarked;
