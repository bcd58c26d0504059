@NullMarked
package io.github.aspoperator.wire.reply;

import org.jspecify.annotations.NullMarked;
