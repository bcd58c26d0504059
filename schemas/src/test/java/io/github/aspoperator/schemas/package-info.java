@NullMarked
package io.github.aspoperator.schemas;

import org.jspecify.annotations.NullMarked;
