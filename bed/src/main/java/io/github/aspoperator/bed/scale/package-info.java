/** What stays the same however much there is: many sessions of one agent, a big backlog. */
@NullMarked
package io.github.aspoperator.bed.scale;

import org.jspecify.annotations.NullMarked;
