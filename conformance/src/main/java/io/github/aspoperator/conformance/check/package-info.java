/** What a check is, and which clause of the contract it rests on. */
@NullMarked
package io.github.aspoperator.conformance.check;

import org.jspecify.annotations.NullMarked;
