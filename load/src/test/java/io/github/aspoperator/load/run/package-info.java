@NullMarked
package io.github.aspoperator.load.run;

import org.jspecify.annotations.NullMarked;
