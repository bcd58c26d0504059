/** What runs behind the calls: bells, jobs, timers, one at a time where that is asked for. */
@NullMarked
package io.github.aspoperator.local.work;

import org.jspecify.annotations.NullMarked;
