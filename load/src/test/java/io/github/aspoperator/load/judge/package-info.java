@NullMarked
package io.github.aspoperator.load.judge;

import org.jspecify.annotations.NullMarked;
