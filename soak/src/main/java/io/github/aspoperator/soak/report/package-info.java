/** What a person, or a program, is told of a run. */
@NullMarked
package io.github.aspoperator.soak.report;

import org.jspecify.annotations.NullMarked;
