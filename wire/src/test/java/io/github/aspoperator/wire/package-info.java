/** What the tests of the wire share. */
@NullMarked
package io.github.aspoperator.wire;

import org.jspecify.annotations.NullMarked;
