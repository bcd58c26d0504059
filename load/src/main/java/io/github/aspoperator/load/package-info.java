/** Loads any ASP operator from outside and says what it delivered. */
@NullMarked
package io.github.aspoperator.load;

import org.jspecify.annotations.NullMarked;
