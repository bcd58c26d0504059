/** Tests of what functions say about themselves. */
@NullMarked
package io.github.aspoperator.functions.log;

import org.jspecify.annotations.NullMarked;
