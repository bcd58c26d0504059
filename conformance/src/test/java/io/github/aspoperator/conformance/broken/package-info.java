/**
 * Operators that are broken, and one that is only late: a proxy before a good one; the test of the
 * suite.
 */
@NullMarked
package io.github.aspoperator.conformance.broken;

import org.jspecify.annotations.NullMarked;
