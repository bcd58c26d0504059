/** Broken operators: a proxy before a good one that does one thing wrong; the test of the suite. */
@NullMarked
package io.github.aspoperator.conformance.broken;

import org.jspecify.annotations.NullMarked;
