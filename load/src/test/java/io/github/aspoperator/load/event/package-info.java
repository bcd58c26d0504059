@NullMarked
package io.github.aspoperator.load.event;

import org.jspecify.annotations.NullMarked;
