/** The functions behind the stream, the queues and the clock. */
@NullMarked
package io.github.aspoperator.functions.work;

import org.jspecify.annotations.NullMarked;
