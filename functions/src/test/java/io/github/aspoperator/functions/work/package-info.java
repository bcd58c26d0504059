/** Tests of functions, apart from tables and queues. */
@NullMarked
package io.github.aspoperator.functions.work;

import org.jspecify.annotations.NullMarked;
