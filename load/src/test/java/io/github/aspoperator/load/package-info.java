@NullMarked
package io.github.aspoperator.load;

import org.jspecify.annotations.NullMarked;
