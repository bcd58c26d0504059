/** Functions that do as little as a test of the bed needs. */
@NullMarked
package io.github.aspoperator.bed.handlers;

import org.jspecify.annotations.NullMarked;
