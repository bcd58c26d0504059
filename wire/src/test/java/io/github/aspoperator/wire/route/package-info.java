@NullMarked
package io.github.aspoperator.wire.route;

import org.jspecify.annotations.NullMarked;
