/** A soak finds nothing on a sound operator, and finds what is lost on another. */
@NullMarked
package io.github.aspoperator.soak;

import org.jspecify.annotations.NullMarked;
