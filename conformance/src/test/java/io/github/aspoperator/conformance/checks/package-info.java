/** The checks that judge a whole run, on evidence that is written down. */
@NullMarked
package io.github.aspoperator.conformance.checks;

import org.jspecify.annotations.NullMarked;
