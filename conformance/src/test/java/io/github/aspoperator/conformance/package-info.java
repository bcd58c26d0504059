/** The suite, tried. */
@NullMarked
package io.github.aspoperator.conformance;

import org.jspecify.annotations.NullMarked;
