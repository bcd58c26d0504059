@NullMarked
package io.github.aspoperator.load.setup;

import org.jspecify.annotations.NullMarked;
