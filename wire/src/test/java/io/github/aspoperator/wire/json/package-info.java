@NullMarked
package io.github.aspoperator.wire.json;

import org.jspecify.annotations.NullMarked;
