/** Which call a method and a path mean (protocol sections 3, 5 and 7). */
@NullMarked
package io.github.aspoperator.wire.route;

import org.jspecify.annotations.NullMarked;
