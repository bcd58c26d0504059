/** The checks, a class for each topic of the contract. */
@NullMarked
package io.github.aspoperator.conformance.checks;

import org.jspecify.annotations.NullMarked;
