/** Runs the checks on the JUnit platform. */
@NullMarked
package io.github.aspoperator.conformance.engine;

import org.jspecify.annotations.NullMarked;
