@NullMarked
package io.github.aspoperator.stored;

import org.jspecify.annotations.NullMarked;
