@NullMarked
package io.github.aspoperator.load.net;

import org.jspecify.annotations.NullMarked;
