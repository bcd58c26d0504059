/** Work that outlives the call that caused it: jobs and timers. */
@NullMarked
package io.github.aspoperator.job;

import org.jspecify.annotations.NullMarked;
