/** Who may know whom inside the operator. */
@NullMarked
package io.github.aspoperator.rooms;

import org.jspecify.annotations.NullMarked;
