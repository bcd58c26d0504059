/** How long functions take to start: each in a process of its own, as Lambda runs them. */
@NullMarked
package io.github.aspoperator.bed.coldstart;

import org.jspecify.annotations.NullMarked;
