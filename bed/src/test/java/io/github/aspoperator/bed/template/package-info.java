/** The template, as the bed reads it. */
@NullMarked
package io.github.aspoperator.bed.template;

import org.jspecify.annotations.NullMarked;
