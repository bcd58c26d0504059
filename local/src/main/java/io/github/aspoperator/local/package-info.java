/** The whole operator in one process. */
@NullMarked
package io.github.aspoperator.local;

import org.jspecify.annotations.NullMarked;
